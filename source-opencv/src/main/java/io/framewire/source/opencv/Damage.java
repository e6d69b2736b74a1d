package io.framewire.source.opencv;

import java.util.Arrays;
import java.util.Locale;

/** What becomes of a frame that arrived or was decoded only in part. */
enum Damage {
  /** It is an error, and the end. */
  ERROR,
  /** It is left out, and counted. */
  SKIP,
  /** It is given as it is, and counted. */
  SHOW;

  static Damage of(Settings settings, boolean live) {
    return settings
        .text("corrupt")
        .map(
            text ->
                Arrays.stream(values())
                    .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> settings.refused("corrupt", "error, skip or show")))
        .orElse(live ? SHOW : ERROR);
  }
}
