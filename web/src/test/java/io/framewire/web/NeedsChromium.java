package io.framewire.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The test drives a real browser. Where there is none it is skipped with a word why, and with
 * {@code -Dinterop.required=true} that is a failure instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {
  /** Looks for it. */
  final class Condition implements ExecutionCondition {
    private static final String REQUIRED = "interop.required";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      boolean here =
          Stream.of(Chromium.DRIVER, Chromium.BROWSER).map(Path::of).allMatch(Files::isExecutable);
      if (here) {
        return ConditionEvaluationResult.enabled("Chromium is here");
      }
      String missing =
          "no "
              + Chromium.BROWSER
              + " or "
              + Chromium.DRIVER
              + ": install the packages chromium and chromium-driver";
      if (Boolean.getBoolean(REQUIRED)) {
        throw new AssertionError(missing + " (" + REQUIRED + "=true makes this a failure)");
      }
      return ConditionEvaluationResult.disabled(missing);
    }
  }
}
