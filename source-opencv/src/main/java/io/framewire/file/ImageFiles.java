package io.framewire.file;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.error.SourceException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures as files, by the JDK's own ImageIO, which needs no native library of Framewire's. Safe
 * for use by several threads.
 */
public final class ImageFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ImageFiles.class);
  private static final int BEST_QUALITY = 100;

  private ImageFiles() {}

  /**
   * Writes a frame, exactly so for a format without loss. A file of that name is replaced.
   *
   * @param frame {@code |u1} of shape {@code [height, width]}, grey, or {@code [height, width, 3]},
   *     blue, green, red; stays the caller's
   * @param file where to; its ending says the format: png, jpg, bmp and what else ImageIO knows
   * @throws ConfigurationException if the frame is no such picture, or the ending none of a format
   * @throws FramewireException if the file cannot be written
   */
  public static void write(Frame frame, Path file) {
    write(file, encode(image(frame), file, Optional.empty()));
  }

  /**
   * Writes a frame in a format with loss. A file of that name is replaced.
   *
   * @param frame as for {@link #write(Frame, Path)}
   * @param file where to; its ending says the format: jpg
   * @param quality 1, small, to 100, good
   * @throws ConfigurationException if the frame is no such picture, the quality out of range, or
   *     the ending none of a format with loss
   * @throws FramewireException if the file cannot be written
   */
  public static void write(Frame frame, Path file, int quality) {
    if (quality < 1 || quality > BEST_QUALITY) {
      throw new ConfigurationException(
          "quality is " + quality + ": use 1, small, to " + BEST_QUALITY + ", good");
    }
    write(file, encode(image(frame), file, Optional.of(quality)));
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException failure) {
      removePart(file);
      throw new FramewireException(
          "cannot write "
              + file
              + ": check that its folder exists and takes files, and the disk's room",
          failure);
    }
  }

  /** A full disk leaves the beginning of a file, which is no picture. */
  private static void removePart(Path file) {
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stuck) {
      LOG.debug("cannot remove {}", file, stuck);
    }
  }

  /** In memory first: ImageIO prints a stack trace for a file that it cannot write. */
  private static byte[] encode(BufferedImage image, Path file, Optional<Integer> quality) {
    ImageWriter writer = writer(image, file);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      quality.ifPresent(value -> set(settings, value, file));
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static ImageWriter writer(BufferedImage image, Path file) {
    Iterator<ImageWriter> writers =
        ImageIO.getImageWriters(new ImageTypeSpecifier(image), ending(file));
    if (!writers.hasNext()) {
      throw new ConfigurationException(
          "cannot write " + file + ": no picture format has that ending: use .png or .jpg");
    }
    return writers.next();
  }

  private static void set(ImageWriteParam settings, int quality, Path file) {
    if (!settings.canWriteCompressed() || ending(file).equals("png")) {
      throw new ConfigurationException(
          "cannot write " + file + " with quality " + quality + ": only .jpg has one");
    }
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality((float) quality / BEST_QUALITY);
  }

  /**
   * Refuses what the methods of this class cannot take, before any work is done.
   *
   * @param frame stays the caller's
   * @throws ConfigurationException if it is no such picture as {@link #write(Frame, Path)} takes
   */
  public static void requirePicture(Frame frame) {
    Picture.of(frame);
  }

  /**
   * A frame as an image of the JDK's, for drawing with Java 2D.
   *
   * @param frame as for {@link #write(Frame, Path)}
   * @return a copy, of type {@link BufferedImage#TYPE_3BYTE_BGR} or {@link
   *     BufferedImage#TYPE_BYTE_GRAY}
   * @throws ConfigurationException if the frame is no such picture
   */
  public static BufferedImage image(Frame frame) {
    Picture picture = Picture.of(frame);
    BufferedImage image =
        new BufferedImage(
            picture.width(),
            picture.height(),
            picture.grey() ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    frame.data().get(bytes(image));
    return image;
  }

  /**
   * Reads a picture.
   *
   * @param file a PNG, JPEG, BMP or what else ImageIO knows
   * @param pool where the frame's memory comes from
   * @return a frame the caller owns and closes: {@code |u1} of shape {@code [height, width]} for an
   *     8-bit grey picture, else {@code [height, width, 3]}, blue, green, red
   * @throws SourceException if there is no such file, or it is no picture
   */
  public static Frame read(Path file, FramePool pool) {
    BufferedImage image = load(file);
    boolean grey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
    byte[] bytes = bytes(grey ? image : asBgr(image));
    Frame frame =
        grey
            ? pool.take(DType.UINT8, image.getHeight(), image.getWidth())
            : pool.take(DType.UINT8, image.getHeight(), image.getWidth(), 3);
    frame.data().put(bytes);
    return frame;
  }

  private static BufferedImage load(Path file) {
    if (!Files.exists(file)) {
      throw new SourceException("cannot open " + file + ": no such file");
    }
    try {
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null) {
        throw new SourceException("cannot open " + file + ": it is no picture: use PNG or JPEG");
      }
      return image;
    } catch (IOException failure) {
      throw new SourceException(
          "cannot open " + file + ": it cannot be read, or is corrupt or cut off", failure);
    }
  }

  private static BufferedImage asBgr(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
      return image;
    }
    BufferedImage bgr =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = bgr.createGraphics();
    try {
      canvas.drawImage(image, 0, 0, null);
    } finally {
      canvas.dispose();
    }
    return bgr;
  }

  private static byte[] bytes(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  private static String ending(Path file) {
    String name = file.toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
