package io.framewire.web;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Reads a live stream of pictures as browsers do, by what stands between them. */
final class Mjpeg implements AutoCloseable {
  private static final String BETWEEN = "\r\n--framewire\r\nContent-Type: image/jpeg\r\n\r\n";
  private static final byte[] END = BETWEEN.getBytes(StandardCharsets.ISO_8859_1);

  private final InputStream video;

  Mjpeg(InputStream video) {
    this.video = new BufferedInputStream(video);
  }

  static Mjpeg of(FrameServer server, String path) throws Exception {
    Mjpeg mjpeg = new Mjpeg(Clients.stream(server, path).body());
    mjpeg.skipHead();
    return mjpeg;
  }

  /** What stands before the first picture. */
  void skipHead() throws IOException {
    upTo("--framewire\r\nContent-Type: image/jpeg\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  Shown next() throws IOException {
    return new Shown(ImageIO.read(new ByteArrayInputStream(upTo(END))));
  }

  private byte[] upTo(byte[] end) throws IOException {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    for (int matched = 0; matched < end.length; ) {
      int next = video.read();
      if (next < 0) {
        throw new EOFException("the stream ended");
      }
      part.write(next);
      matched = next == end[matched] ? matched + 1 : next == end[0] ? 1 : 0;
    }
    byte[] bytes = part.toByteArray();
    return java.util.Arrays.copyOf(bytes, bytes.length - end.length);
  }

  @Override
  public void close() throws IOException {
    video.close();
  }

  /** A picture as it arrived. */
  record Shown(BufferedImage picture) {
    boolean isRed() {
      int colour = picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2);
      return (colour >> 16 & 0xff) > 200 && (colour & 0xff) < 50;
    }

    /** How bright the mark in the corner is, 0 to 255. */
    int mark() {
      return picture.getRGB(8, 8) & 0xff;
    }
  }
}
