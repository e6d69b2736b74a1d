package io.framewire.source;

import io.framewire.error.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** VideoGear's words for a camera's size and rate, in those of Framewire's sources. */
final class CameraSize {
  private static final Pattern SIZE =
      Pattern.compile("\\(?\\s*(\\d{1,5})\\s*[,x]\\s*(\\d{1,5})\\s*\\)?");

  private CameraSize() {}

  /** The Raspberry Pi's source knows them itself. */
  static Map<String, String> translate(String location, Map<String, String> options) {
    if (location.startsWith("picamera:")) {
      return options;
    }
    Map<String, String> result = new LinkedHashMap<>(options);
    String rate = result.remove("framerate");
    if (rate != null) {
      requireOne(result, "framerate", "fps");
      result.put("fps", rate);
    }
    String size = result.remove("resolution");
    if (size != null) {
      Matcher sides = SIZE.matcher(size);
      if (!sides.matches()) {
        throw Words.refused("resolution", size, "WIDTHxHEIGHT, 1280x720 for instance");
      }
      requireOne(result, "resolution", "width");
      requireOne(result, "resolution", "height");
      result.put("width", sides.group(1));
      result.put("height", sides.group(2));
    }
    return result;
  }

  private static void requireOne(Map<String, String> options, String name, String other) {
    if (options.containsKey(other)) {
      throw new ConfigurationException(
          "option " + name + " is given twice, also as " + other + ": leave one of them out");
    }
  }
}
