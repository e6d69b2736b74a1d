package io.framewire.source;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.Providers;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.Support;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether there is to be a stabilizer, which one, and its options. */
final class StabilizerChoice {
  private static final String VIDGEARS = "asw";

  private final Map<String, String> options = new LinkedHashMap<>();
  private final List<StabilizerProvider> given = new ArrayList<>();
  private Optional<String> name = Optional.empty();
  private boolean wanted;

  void want(boolean whether) {
    wanted = whether;
  }

  /** A provider's name, or as vidgear writes it, {@code StabilizerMode.ASW}. */
  void name(String word) {
    name = Optional.of(word.substring(word.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  void provider(StabilizerProvider added) {
    given.add(added);
  }

  void option(String option, String value) {
    options.put(option, value);
  }

  FrameSource behind(FrameSource source) {
    if (wanted) {
      return source.stabilized(provider().create(options));
    }
    if (!options.isEmpty() || name.isPresent()) {
      throw new ConfigurationException(
          "option "
              + words()
              + " is the stabilizer's, which was not asked for: add the option stabilize=true");
    }
    return source;
  }

  private String words() {
    Set<String> words = new TreeSet<>(options.keySet());
    name.ifPresent(mode -> words.add("STABILIZER_MODE"));
    return String.join(", ", words);
  }

  private StabilizerProvider provider() {
    String wantedName = name.orElse(VIDGEARS);
    return Providers.load(StabilizerProvider.class, "stabilizer")
        .with(given)
        .choose(
            Optional.of(wantedName),
            provider -> Support.yes(),
            wantedName,
            "add io.framewire:framewire-stabilizer");
  }
}
