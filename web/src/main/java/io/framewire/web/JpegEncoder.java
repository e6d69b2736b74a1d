package io.framewire.web;

import io.framewire.frame.Frame;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes JPEGs of frames, by the JDK's own ImageIO. What it needs for one picture it keeps for the
 * next. Used by one thread.
 */
final class JpegEncoder implements AutoCloseable {
  private static final float BEST = 100;

  /** Of a high and narrow frame, so that its picture takes no more memory than a wide one's. */
  private static final int HEIGHTS_PER_WIDTH = 4;

  private final int maxWidth;
  private final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
  private final ImageWriteParam settings = writer.getDefaultWriteParam();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);

  JpegEncoder(PictureOptions options) {
    this.maxWidth = options.maxWidth();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(options.quality() / BEST);
  }

  /** The frame, of a {@link FrameFormat} without a problem, as a picture; it stays the caller's. */
  Picture encode(Frame frame, long number) {
    int channels = frame.rank() == 2 ? 1 : frame.dimension(2);
    int factor = factor(frame);
    int width = Math.max(1, frame.dimension(1) / factor);
    int height = Math.max(1, frame.dimension(0) / factor);
    fit(width, height, channels);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    if (factor == 1) {
      frame.data().get(pixels);
    } else {
      shrink(frame, factor, channels, width, height, pixels);
    }
    return new Picture(number, width, height, write());
  }

  private int factor(Frame frame) {
    int maxHeight = HEIGHTS_PER_WIDTH * maxWidth;
    return Math.max(
        (frame.dimension(1) + maxWidth - 1) / maxWidth,
        (frame.dimension(0) + maxHeight - 1) / maxHeight);
  }

  private void fit(int width, int height, int channels) {
    int type = channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    if (image.getWidth() != width || image.getHeight() != height || image.getType() != type) {
      image = new BufferedImage(width, height, type);
    }
  }

  /**
   * Each pixel is the mean of a square of the frame's, or of as much of it as there is in a frame
   * of few lines or columns; what is left over at the edges is cut.
   */
  private static void shrink(
      Frame frame, int factor, int channels, int width, int height, byte[] pixels) {
    ByteBuffer data = frame.data();
    byte[] row = new byte[frame.dimension(1) * channels];
    long[] sums = new long[width * channels];
    int columns = Math.min(factor, frame.dimension(1));
    int lines = Math.min(factor, frame.dimension(0));
    int area = columns * lines;
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, area / 2);
      for (int line = 0; line < lines; line++) {
        data.get((y * factor + line) * row.length, row);
        add(row, sums, columns, channels);
      }
      int start = y * sums.length;
      for (int i = 0; i < sums.length; i++) {
        pixels[start + i] = (byte) (sums[i] / area);
      }
    }
  }

  private static void add(byte[] row, long[] sums, int columns, int channels) {
    int from = 0;
    for (int start = 0; start < sums.length; start += channels) {
      for (int pixel = 0; pixel < columns; pixel++) {
        for (int channel = 0; channel < channels; channel++) {
          sums[start + channel] += row[from++] & 0xff;
        }
      }
    }
  }

  private byte[] write() {
    bytes.reset();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.setOutput(null);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    writer.dispose();
  }
}
