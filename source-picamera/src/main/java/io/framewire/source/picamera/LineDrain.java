package io.framewire.source.picamera;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads lines, of which one without an end cannot take all memory. */
final class LineDrain {
  private static final int CHUNK = 8192;
  private static final int LONGEST = 4096;

  private LineDrain() {}

  static void drain(ReadableByteChannel from, Consumer<String> lines) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    byte[] line = new byte[LONGEST];
    int length = 0;
    while (from.read(chunk.clear()) >= 0) {
      chunk.flip();
      while (chunk.hasRemaining()) {
        byte next = chunk.get();
        if (next == '\n' || length == LONGEST) {
          lines.accept(new String(line, 0, length, StandardCharsets.UTF_8));
          length = 0;
        }
        if (next != '\n') {
          line[length++] = next;
        }
      }
    }
    if (length > 0) {
      lines.accept(new String(line, 0, length, StandardCharsets.UTF_8));
    }
  }
}
