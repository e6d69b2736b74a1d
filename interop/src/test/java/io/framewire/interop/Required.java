package io.framewire.interop;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/**
 * The rule for what a test needs from the machine: where it is missing the test is skipped with a
 * word why, and with {@code -Dinterop.required=true} that is a failure instead.
 */
final class Required {
  static final String PROPERTY = "interop.required";

  private Required() {}

  /** What an execution condition answers, given why the needed thing cannot be had, if so. */
  static ConditionEvaluationResult decide(Optional<String> missing) {
    return decide(missing, Boolean.getBoolean(PROPERTY));
  }

  static ConditionEvaluationResult decide(Optional<String> missing, boolean required) {
    if (missing.isPresent() && required) {
      throw new AssertionError(missing.get() + " (" + PROPERTY + "=true makes this a failure)");
    }
    return missing
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("everything it needs is here"));
  }
}
