package io.framewire.web;

import static org.awaitility.Awaitility.await;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Frames, and threads, for tests. */
final class TestFrames {
  static final int BLUE = 0xff0000;
  static final int RED = 0x0000ff;

  private TestFrames() {}

  /** A picture of one colour, 0xBBGGRR, which the caller closes. */
  static Frame plain(int height, int width, int colour) {
    Frame frame = FramePool.unpooled().take(DType.UINT8, height, width, 3);
    ByteBuffer data = frame.data();
    while (data.hasRemaining()) {
      data.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }
    return frame;
  }

  static void show(StreamView view, int height, int width, int colour) {
    try (Frame frame = plain(height, width, colour)) {
      view.show(frame);
    }
  }

  /** Shows a picture that does not compress well, with a mark of that brightness in its corner. */
  static void showNoise(StreamView view, int side, int mark) {
    byte[] noise = new byte[side * side * 3];
    new Random(1).nextBytes(noise);
    for (int row = 0; row < 16; row++) {
      Arrays.fill(noise, row * side * 3, row * side * 3 + 48, (byte) mark);
    }
    try (Frame frame = Frame.copyOf(ByteBuffer.wrap(noise), DType.UINT8, side, side, 3)) {
      view.show(frame);
    }
  }

  /** Shows such pictures, one after another, until it is closed. */
  static AutoCloseable showing(StreamView view, int side) {
    Thread thread =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                showNoise(view, side, 0);
              }
            },
            "test-showing");
    thread.setDaemon(true);
    thread.start();
    return () -> {
      thread.interrupt();
      thread.join(10_000);
    };
  }

  static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("framewire-web"))
        .collect(Collectors.toSet());
  }

  static void awaitNoThreads() {
    await().atMost(Duration.ofSeconds(10)).until(() -> threads().isEmpty());
  }
}
