package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.testing.LeakCheckExtension;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs a contract against providers with a flaw. */
final class SelfTest {
  /** These wait or move much, so they are looked at where they matter, and for no flaw at all. */
  private static final Set<String> SLOW =
      Set.of(
          "aPoolWithoutRoomIsAFramewireExceptionAtMost",
          "aFrameIsNeverOverwrittenWhileItIsUnderWay",
          "aReceiverThatDoesNotReadHoldsThePushingSenderUp",
          "receivingWaitsForItsTimeoutAndNoLonger",
          "sendingToNobodyEndsInTime",
          "partsOfAnySizeStayApart",
          "framesOfEveryDtypeAndShapeComeBack",
          "aFrameMessageThatIsCutOffAtAnyLengthIsRefused",
          "nothingThatArrivesIsMoreThanAProtocolError",
          "repeatedBytesAreNoMoreThanAProtocolError");

  private SelfTest() {}

  /** The rules for the flaw fail, and all others hold. */
  static void requireExactly(Flaw flaw, Class<?> contract) {
    try {
      KitRun run = KitRun.of(contract, rule -> matters(rule, flaw));
      assertThat(run.broken().keySet()).as("broken %s", run.broken()).isEqualTo(flaw.rules());
      assertThat(run.skipped()).isZero();
    } finally {
      Forgotten.endAll();
      forgiveLeaks(flaw);
    }
  }

  private static boolean matters(String rule, Flaw flaw) {
    return flaw.rules().isEmpty() || flaw.rules().contains(rule) || !SLOW.contains(rule);
  }

  /** No rule is there that nothing can break. */
  static void requireAllBroken(Flaw[] flaws, Class<?> contract) {
    Set<String> broken = new TreeSet<>();
    Stream.of(flaws).map(Flaw::rules).forEach(broken::addAll);
    assertThat(broken).isEqualTo(KitRun.rules(contract));
  }

  /** What a flaw or a failed rule lost must not look like the next one's. */
  private static void forgiveLeaks(Flaw flaw) {
    Collection<String> words = Arrays.asList("emory", "Buffer", "Closed", "Taken", "Owner");
    if (flaw.rules().stream().anyMatch(rule -> words.stream().anyMatch(rule::contains))) {
      LeakCheckExtension.forgive();
    }
  }
}
