package io.framewire.cli;

import io.framewire.error.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Repeated NAME=VALUE words. */
final class OptionMap {
  private OptionMap() {}

  static Map<String, String> parse(List<String> words) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new ConfigurationException("--option " + word + " is not NAME=VALUE");
      }
      String name = word.substring(0, equals);
      if (options.put(name, word.substring(equals + 1)) != null) {
        throw new ConfigurationException(
            "--option " + name + " is given twice: leave one of them out");
      }
    }
    return options;
  }
}
