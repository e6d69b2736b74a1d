package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.testing.Soak;
import io.framewire.wire.Pattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Peers that are killed as a crash kills them, in processes of their own, while frames flow. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "what a process holds is counted in /proc")
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class FaultTest {
  /** {@code -Dinterop.seed=NUMBER} kills in the same order, after as many frames. */
  private static final long SEED = Long.getLong("interop.seed", new Random().nextInt(1 << 30));

  private static final int FULL = 100;
  private static final int SETTLED = 10;

  @Test
  void everyStreamResumesEachTimeItsPeerWasKilled() throws IOException {
    try (Killing killing = new Killing(everySide(false), SEED)) {
      killing.kill(Soak.times(8, FULL), Soak.times(4, SETTLED));
    }
  }

  @Test
  @NeedsVidgear
  void everyStreamResumesEachTimeItsVidgearPeerWasKilled() throws IOException {
    try (Killing killing = new Killing(everySide(true), SEED)) {
      killing.kill(Soak.times(4, FULL), Soak.times(2, SETTLED));
    }
  }

  @Test
  void withoutThePolicyEveryWaitEndsInTheTimeoutError() throws IOException {
    List<KilledPeer> sides = everySide(false);
    List<String> others = new ArrayList<>();
    for (KilledPeer side : sides) {
      others.add(side.survivor(FreePort.endpoint()));
    }
    List<Cli> waiting = new ArrayList<>();
    try (SurvivorProcess killed = new SurvivorProcess(others)) {
      for (int stream = 0; stream < sides.size(); stream++) {
        waiting.add(sides.get(stream).startOwn(killed.endpoint(stream), "--timeout=10"));
      }
      for (int stream = 0; stream < sides.size(); stream++) {
        killed.awaitFrames(stream, 5, Killing.LIMIT);
      }
      killed.kill();
      for (Cli end : waiting) {
        assertThat(end.exitCode()).as(end.tail()).isEqualTo(3);
        assertThat(end.json()).containsEntry("ended", "timeout");
        assertThat((Integer) end.json().get("frames")).isPositive();
      }
    } finally {
      waiting.forEach(Cli::close);
    }
  }

  private static List<KilledPeer> everySide(boolean vidgear) {
    return Stream.of(Pattern.values())
        .flatMap(
            pattern -> Stream.of(true, false).map(sends -> new KilledPeer(pattern, sends, vidgear)))
        .toList();
  }
}
