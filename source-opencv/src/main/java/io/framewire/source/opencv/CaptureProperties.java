package io.framewire.source.opencv;

import io.framewire.error.ConfigurationException;
import io.framewire.opencv.OpenCv;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Properties of OpenCV's VideoCapture to ask a camera for, in the order that cameras need. */
final class CaptureProperties {
  private static final Logger LOG = LoggerFactory.getLogger(CaptureProperties.class);
  private static final String FOURCC = "CAP_PROP_FOURCC";
  private static final int LETTERS = 4;
  private static final int BYTE_BITS = 8;
  private static final double TOLERANCE = 1e-6;

  /** Our own names for the usual ones, with the most that is sensible. */
  private static final Map<String, Short> SHORT =
      Map.of(
          "width", new Short("CAP_PROP_FRAME_WIDTH", true, 65_535),
          "height", new Short("CAP_PROP_FRAME_HEIGHT", true, 65_535),
          "fps", new Short("CAP_PROP_FPS", false, 10_000));

  /** A camera takes sizes for the encoding it has, and rates for the size. */
  private static final List<String> FIRST =
      List.of(FOURCC, "CAP_PROP_FRAME_WIDTH", "CAP_PROP_FRAME_HEIGHT", "CAP_PROP_FPS");

  private final Map<String, Double> wanted;

  private CaptureProperties(Map<String, Double> wanted) {
    this.wanted = wanted;
  }

  /** Another name for a property, whose value is checked. */
  private record Short(String property, boolean whole, int most) {}

  /** What a request asks for; unknown names and impossible values are refused. */
  static CaptureProperties of(Settings settings) {
    Map<String, Double> asked = new LinkedHashMap<>();
    settings
        .beginning(Settings.PROPERTY, true)
        .forEach((name, text) -> asked.put(requireKnown(name), value(settings, name, text)));
    SHORT.forEach(
        (name, known) ->
            settings
                .number(name, 1, known.most())
                .ifPresent(
                    value -> {
                      if (known.whole()) {
                        settings.whole(name, 1, known.most());
                      }
                      asked.put(known.property(), value);
                    }));
    return new CaptureProperties(
        asked.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<String, Double>>comparingInt(entry -> rank(entry.getKey()))
                    .thenComparing(Map.Entry.comparingByKey()))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (one, same) -> one,
                    LinkedHashMap::new)));
  }

  private static int rank(String name) {
    return FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size();
  }

  private static String requireKnown(String name) {
    Map<String, Integer> known = numbers();
    if (!known.containsKey(name)) {
      throw new ConfigurationException(
          "OpenCV has no property "
              + name
              + ": did you mean "
              + String.join(", ", NearNames.of(name, known.keySet()))
              + "?");
    }
    return name;
  }

  private static double value(Settings settings, String name, String text) {
    boolean letters = name.equals(FOURCC) && text.length() == LETTERS;
    if (letters && text.chars().anyMatch(Character::isLetter)) {
      int code = 0;
      for (int index = 0; index < LETTERS; index++) {
        code |= text.charAt(index) << BYTE_BITS * index;
      }
      return code;
    }
    return settings.number(name, -Double.MAX_VALUE, Double.MAX_VALUE).orElseThrow();
  }

  private static Map<String, Integer> numbers() {
    OpenCv.load();
    return Constants.of(opencv_videoio.class, name -> name.startsWith(Settings.PROPERTY));
  }

  boolean isEmpty() {
    return wanted.isEmpty();
  }

  /**
   * Asks for all of them, reads them back, and says what the capture has now: the value of each,
   * and under {@code refused} those that are not as asked for.
   */
  Map<String, String> ask(Place place, VideoCapture capture) {
    Map<String, Integer> numbers = numbers();
    Map<String, Boolean> accepted = new LinkedHashMap<>();
    wanted.forEach((name, value) -> accepted.put(name, capture.set(numbers.get(name), value)));
    Map<String, String> facts = new LinkedHashMap<>();
    StringBuilder refused = new StringBuilder();
    wanted.forEach(
        (name, value) -> {
          double given = capture.get(numbers.get(name));
          facts.put(name, plain(given));
          if (!accepted.get(name) || Math.abs(given - value) > TOLERANCE * Math.abs(value)) {
            LOG.warn(
                "{} gives {} {}, not the {} asked for", place, name, plain(given), plain(value));
            refused
                .append(refused.isEmpty() ? "" : ", ")
                .append(name)
                .append('=')
                .append(plain(value));
          }
        });
    if (!refused.isEmpty()) {
      facts.put("refused", refused.toString());
    }
    return facts;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
