package io.framewire.source.site;

import io.framewire.error.ConfigurationException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of a video's forms is wanted.
 *
 * @param lines as many as this; empty for the most
 * @param least whether as few as possible instead
 */
record Resolution(OptionalInt lines, boolean least) {
  static final Resolution BEST = new Resolution(OptionalInt.empty(), false);

  private static final Logger LOG = LoggerFactory.getLogger(Resolution.class);
  private static final Pattern LINES = Pattern.compile("([1-9]\\d{1,3})p");

  static Resolution of(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT);
    Matcher lines = LINES.matcher(plain);
    if (lines.matches()) {
      return new Resolution(OptionalInt.of(Integer.parseInt(lines.group(1))), false);
    }
    return switch (plain) {
      case "best" -> BEST;
      case "worst" -> new Resolution(OptionalInt.empty(), true);
      default ->
          throw new ConfigurationException(
              "option STREAM_RESOLUTION is \""
                  + word
                  + "\": use best, worst, or lines such as 144p, 480p, 720p, 1080p or 2160p");
    };
  }

  /**
   * The best form of this resolution, or of the next smaller one there is; where all are larger, of
   * the smallest.
   */
  Format choose(List<Format> playable, String page) {
    List<Format> sized = playable.stream().filter(format -> format.lines() > 0).toList();
    if (sized.isEmpty()) {
      return best(playable);
    }
    int smallest = sized.stream().mapToInt(Format::lines).min().orElseThrow();
    int wanted = least ? smallest : lines.orElse(Integer.MAX_VALUE);
    int taken =
        sized.stream()
            .mapToInt(Format::lines)
            .filter(there -> there <= wanted)
            .max()
            .orElse(smallest);
    if (lines.isPresent() && taken != wanted) {
      LOG.warn("{} has no {}p but {}: taking {}p", page, wanted, words(sized), taken);
    }
    return best(sized.stream().filter(format -> format.lines() == taken).toList());
  }

  private static Format best(List<Format> formats) {
    return formats.stream().max(Format.ORDER).orElseThrow();
  }

  private static String words(List<Format> sized) {
    return sized.stream()
        .map(Format::lines)
        .distinct()
        .sorted()
        .map(lines -> lines + "p")
        .collect(Collectors.joining(", "));
  }
}
