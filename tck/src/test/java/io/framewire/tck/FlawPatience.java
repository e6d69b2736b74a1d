package io.framewire.tck;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How long a rule waits: only where a flaw must break it is a busy machine's stall no harm. */
final class FlawPatience implements BeforeEachCallback {
  private static final Duration SHORT = Duration.ofMillis(500);

  private final Supplier<Flaw> flaw;
  private volatile boolean mustBreak;

  FlawPatience(Supplier<Flaw> flaw) {
    this.flaw = flaw;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    mustBreak = flaw.get().rules().contains(context.getRequiredTestMethod().getName());
  }

  Duration limit(Duration usual) {
    return mustBreak ? SHORT : usual;
  }
}
