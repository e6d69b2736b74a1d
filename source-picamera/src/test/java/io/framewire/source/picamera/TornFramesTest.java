package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TornFramesTest {
  private static final Layout LAYOUT = new Layout(640, 480, 640);
  private static final int LEVELS = 8;

  @TempDir Path folder;

  /** Each picture is of one level: a frame with two is torn. */
  @Test
  void noFrameIsTornHoweverSlowItsReader() {
    byte[][] pictures = new byte[LEVELS][];
    for (int index = 0; index < LEVELS; index++) {
      pictures[index] = Yuv.grey(LAYOUT, 30 * index);
    }
    StandIn standIn = new StandIn(folder).behaves("period=0").frames(pictures);
    Set<Integer> seen = new HashSet<>();
    try (FramePool pool = new FramePool();
        PiCameraSource camera = standIn.camera().size(640, 480).open()) {
      for (int count = 0; count < 60; count++) {
        try (Frame frame = camera.read(pool).orElseThrow()) {
          seen.add(onlyLevel(frame));
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(1);
  }

  /** A slow reader gets what is new, not what has piled up. */
  @Test
  void readerGetsTheNewestFrame() {
    LatestPicture latest = new LatestPicture(false);
    Object camera = new Object();
    latest.expect(camera);
    latest.started();
    Layout layout = new Layout(2, 2, 2);
    byte[] memory = latest.memory(layout.bytes());
    for (byte level = 1; level <= 3; level++) {
      memory[0] = level;
      memory = latest.leave(camera, new Picture(memory, layout));
    }
    Picture newest =
        latest.take(Duration.ofSeconds(1), () -> new IllegalStateException("silent")).orElseThrow();
    assertThat(newest.bytes()[0]).isEqualTo((byte) 3);
    assertThat(newest.bytes()).isNotSameAs(memory);
  }

  private static int onlyLevel(Frame frame) {
    ByteBuffer pixels = frame.data();
    int level = pixels.get(0) & 255;
    boolean torn = false;
    while (pixels.hasRemaining()) {
      torn |= (pixels.get() & 255) != level;
    }
    assertThat(torn).isFalse();
    return level;
  }
}
