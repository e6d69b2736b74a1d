package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** 1,000 with {@code -Dframewire.soak=true}, a few otherwise. */
class StartsAndStopsTest {
  private static final boolean SOAK = Boolean.getBoolean("framewire.soak");

  @TempDir Path folder;

  @Test
  @Timeout(1200)
  void leaveNoProcessThreadOrFileDescriptorBehind() {
    int rounds = SOAK ? 1000 : 25;
    StandIn standIn = new StandIn(folder);
    startAndStop(standIn);
    Leftovers.requireNone();
    long filesBefore = Leftovers.openFiles();
    int threadsBefore = Thread.activeCount();
    long start = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      startAndStop(standIn);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Leftovers.requireNone();
    System.out.printf(
        "%d starts and stops in %d s: processes left %d, threads left %d, open files %d before and"
            + " %d after, JVM threads %d before and %d after%n",
        rounds,
        took.toSeconds(),
        Leftovers.processes().size(),
        Leftovers.threads().size(),
        filesBefore,
        Leftovers.openFiles(),
        threadsBefore,
        Thread.activeCount());
    assertThat(standIn.started()).hasSize(rounds + 1);
    assertThat(Leftovers.openFiles()).isLessThanOrEqualTo(filesBefore);
  }

  private static void startAndStop(StandIn standIn) {
    try (PiCameraSource camera = standIn.camera().open()) {
      assertThat(Reading.level(camera)).isEqualTo(100);
    }
  }
}
