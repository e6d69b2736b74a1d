package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import java.util.Map;

/** Makes stabilizers. */
public interface StabilizerProvider extends Provider {
  /**
   * Makes a stabilizer with its own defaults for one stream.
   *
   * @return a stabilizer the caller closes
   */
  Stabilizer create();

  /**
   * Makes a stabilizer for one stream.
   *
   * @param options settings by name, as the provider documents them
   * @return a stabilizer the caller closes
   * @throws ConfigurationException if an option is unknown, as every one is by default, or its
   *     value impossible
   */
  default Stabilizer create(Map<String, String> options) {
    if (!options.isEmpty()) {
      throw new ConfigurationException(
          "stabilizer " + name() + " has no option " + String.join(", ", options.keySet()));
    }
    return create();
  }
}
