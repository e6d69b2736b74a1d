package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.FramePool;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Processor time, not wall-clock time, so that other load does not count. */
@EnabledIfSystemProperty(named = "framewire.soak", matches = "true")
class SpeedTest {
  private static final Layout FULL_HD = new Layout(1920, 1080, 1920);
  private static final int RATE = 30;
  private static final int FRAMES = 300;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  @Test
  void conversionOf1080p30CostsLessThanAThirdOfACore() {
    byte[] noise = new byte[FULL_HD.bytes()];
    new Random(1).nextBytes(noise);
    Picture picture = new Picture(noise, FULL_HD);
    YuvConverter converter = new YuvConverter();
    try (FramePool pool = new FramePool()) {
      for (PixelFormat format : PixelFormat.values()) {
        convert(converter, picture, format, pool);
        long start = THREADS.getCurrentThreadCpuTime();
        convert(converter, picture, format, pool);
        report("converting to " + format, THREADS.getCurrentThreadCpuTime() - start);
      }
    }
  }

  @Test
  void wholeSourceAt1080p30CostsLessThanAThirdOfACore() {
    byte[] noise = new byte[FULL_HD.bytes()];
    new Random(1).nextBytes(noise);
    StandIn standIn = new StandIn(folder).behaves("period=0.03").frames(noise);
    try (FramePool pool = new FramePool();
        PiCameraSource camera = standIn.camera().size(1920, 1080).open()) {
      read(camera, pool, FRAMES / 3);
      long start = used();
      read(camera, pool, FRAMES);
      report("reading and converting to BGR", used() - start);
    }
  }

  private static void read(PiCameraSource camera, FramePool pool, int frames) {
    for (int count = 0; count < frames; count++) {
      camera.read(pool).orElseThrow().close();
    }
  }

  private static void convert(
      YuvConverter converter, Picture picture, PixelFormat format, FramePool pool) {
    for (int count = 0; count < FRAMES; count++) {
      converter.convert(picture, format, pool).close();
    }
  }

  /** By this thread and the camera's. */
  private static long used() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread == Thread.currentThread()
                    || thread.getName().startsWith("framewire-picamera"))
        .mapToLong(thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getId())))
        .sum();
  }

  private static void report(String what, long nanos) {
    double millis = nanos / 1e6 / FRAMES;
    double share = millis * RATE / 1000;
    System.out.printf(
        "%s: %.2f ms a frame of 1920x1080, %.1f %% of a core at 30 frames a second%n",
        what, millis, share * 100);
    assertThat(share).isLessThan(1.0 / 3);
  }
}
