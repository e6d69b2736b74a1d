package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.testing.Soak;
import io.framewire.wire.Pattern;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Peers that are killed as a crash kills them, in processes of their own, while frames flow. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "what a process holds is counted in /proc")
class FaultTest {
  /** {@code -Dinterop.seed=NUMBER} kills in the same order, after as many frames. */
  private static final long SEED = Long.getLong("interop.seed", new Random().nextInt(1 << 30));

  private static final int SHORT = 16;
  private static final int FULL = 100;

  @Test
  void everyStreamResumesEachTimeItsPeerWasKilled() throws IOException {
    try (Killing killing = new Killing(everySide(false), SEED)) {
      killing.kill(Soak.times(SHORT, FULL));
    }
  }

  @Test
  @NeedsVidgear
  void everyStreamResumesEachTimeItsVidgearPeerWasKilled() throws IOException {
    try (Killing killing = new Killing(everySide(true), SEED)) {
      killing.kill(Soak.times(everySide(true).size(), FULL));
    }
  }

  @ParameterizedTest
  @MethodSource("everyOwnSide")
  void withoutThePolicyTheWaitEndsInTheTimeoutError(KilledPeer peer) throws IOException {
    String free = FreePort.endpoint();
    try (SurvivorProcess killed = new SurvivorProcess(List.of(peer.asSurvivor(free)));
        Cli waiting = peer.other().startOwn(killed.endpoint(0), "--timeout=2")) {
      killed.awaitFrames(0, 5, Killing.LIMIT);
      killed.kill();
      assertThat(waiting.exitCode()).as(waiting.tail()).isEqualTo(3);
      assertThat(waiting.json()).containsEntry("ended", "timeout");
      assertThat((Integer) waiting.json().get("frames")).isPositive();
    }
  }

  static List<KilledPeer> everyOwnSide() {
    return everySide(false);
  }

  private static List<KilledPeer> everySide(boolean vidgear) {
    return Stream.of(Pattern.values())
        .flatMap(
            pattern -> Stream.of(true, false).map(sends -> new KilledPeer(pattern, sends, vidgear)))
        .toList();
  }
}
