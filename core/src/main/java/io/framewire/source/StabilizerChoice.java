package io.framewire.source;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.Providers;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.Support;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether there is to be a stabilizer, which one, and its options. */
final class StabilizerChoice {
  private static final String VIDGEARS = "asw";

  private final Map<String, String> options = new LinkedHashMap<>();
  private String name = VIDGEARS;
  private boolean wanted;

  void want(boolean whether) {
    wanted = whether;
  }

  /** A provider's name, or as vidgear writes it, {@code StabilizerMode.ASW}. */
  void name(String word) {
    name = word.substring(word.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  void option(String option, String value) {
    options.put(option, value);
  }

  FrameSource behind(FrameSource source) {
    if (wanted) {
      return source.stabilized(provider().create(options));
    }
    if (!options.isEmpty()) {
      throw new ConfigurationException(
          "option "
              + String.join(", ", options.keySet())
              + " is the stabilizer's: add the option stabilize=true");
    }
    return source;
  }

  private StabilizerProvider provider() {
    return Providers.load(StabilizerProvider.class, "stabilizer")
        .choose(
            Optional.of(name),
            provider -> Support.yes(),
            name,
            "add io.framewire:framewire-stabilizer");
  }
}
