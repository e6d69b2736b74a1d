package io.framewire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seconds of fuzzing for each target, or hours under the profile soak. */
class FuzzTest {
  private static final boolean LONG = Boolean.getBoolean("framewire.soak");
  private static final long SHORT_INPUTS = 5_000;
  private static final int MOST_SHORT_SECONDS = 7;

  /** A hang at last: on a busy machine the start alone takes a minute. */
  private static final int SHORT_LIMIT_SECONDS = 300;

  private static final long LONG_LIMIT_SECONDS = TimeUnit.HOURS.toSeconds(6);

  /** The last Java that this Jazzer was seen to instrument. */
  private static final int NEWEST_JAVA = 25;

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 7, unit = TimeUnit.HOURS)
  void findsNoInputWithAnOutcomeThatNoneMayHave(Target target) {
    assumeTrue(
        Runtime.version().feature() <= NEWEST_JAVA,
        () -> "Jazzer is not known to work on a Java after " + NEWEST_JAVA);
    String only = System.getProperty("fuzz.target", "");
    assumeTrue(only.isEmpty() || only.equals(target.toString()), () -> "only " + only);
    int seed = seed();
    JazzerRun run = new JazzerRun(target, Path.of("target/fuzz", target.toString()));
    run.clear();
    RunResult result =
        LONG
            ? run.run(List.of(runs(target, longInputs())), seed, LONG_LIMIT_SECONDS)
            : run.run(
                List.of(runs(target, SHORT_INPUTS), "-max_total_time=" + MOST_SHORT_SECONDS),
                seed,
                SHORT_LIMIT_SECONDS);
    System.out.println(result.summary() + "; fuzz.seed=" + seed);
    assertThat(result.isClean())
        .as(
            "%s: %s%nfuzz.seed=%d, log %s%ninputs %s%n" + "keep each as fuzz/%s/WHAT-IT-WAS",
            target,
            result.trouble().orElse("findings"),
            seed,
            result.log(),
            result.findings(),
            target.kept())
        .isTrue();
  }

  private static String runs(Target target, long total) {
    return "-runs=" + target.inputsOf(total);
  }

  private static long longInputs() {
    return Long.parseLong(System.getProperty("fuzz.inputs"));
  }

  private static int seed() {
    String given = System.getProperty("fuzz.seed", "");
    return given.isEmpty() ? 1 + new Random().nextInt(Integer.MAX_VALUE) : Integer.parseInt(given);
  }
}
