package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.testing.LeakCheckExtension;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Runs a contract against providers with a flaw. */
final class SelfTest {
  /** It waits for the garbage collector, so it is looked at where it matters. */
  private static final Predicate<String> SLOW = rule -> rule.startsWith("aPoolWithoutRoom");

  private SelfTest() {}

  /** The rules for the flaw fail, and all others hold. */
  static void requireExactly(Flaw flaw, Class<?> contract) {
    boolean all = flaw.rules().isEmpty() || flaw.rules().stream().anyMatch(SLOW);
    try {
      KitRun run = KitRun.of(contract, all ? rule -> true : SLOW.negate());
      assertThat(run.broken()).containsOnlyKeys(flaw.rules());
      assertThat(run.skipped()).isZero();
    } finally {
      Forgotten.endAll();
      forgiveLeaks(flaw);
    }
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
