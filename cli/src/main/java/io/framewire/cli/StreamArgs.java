package io.framewire.cli;

import io.framewire.StreamBuilder;
import io.framewire.error.ConfigurationException;
import io.framewire.wire.Pattern;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that send and receive have in common. */
final class StreamArgs {
  private static final double MILLIS = 1000;
  private static final int MIB_BITS = 20;
  private static final int MOST_MIB = 2047;
  private static final double MOST_SECONDS = 86_400;

  @Option(
      names = "--pattern",
      paramLabel = "PATTERN",
      defaultValue = "pair",
      description =
          "pair, req/rep, pub/sub, push/pull, one word of these, or vidgear's 0 to 3; the same at both ends (${DEFAULT-VALUE})")
  private String pattern;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "15",
      description = "longest wait for the other side; 0 for the default (${DEFAULT-VALUE})")
  private double timeout;

  @Option(names = "--frames", paramLabel = "N", description = "stop after N frames")
  private Optional<Long> frames;

  @Option(
      names = "--bidirectional",
      description =
          "data goes with each frame and comes back with each answer; pair and req/rep only, at both ends")
  private boolean bidirectional;

  @Option(
      names = "--data",
      paramLabel = "JSON",
      description = "what to send with each frame, or as each reply; needs --bidirectional")
  private Optional<String> data;

  @Option(
      names = "--max-message",
      paramLabel = "MIB",
      defaultValue = "128",
      description = "the largest frame to send or accept, in MiB (${DEFAULT-VALUE})")
  private long maxMessage;

  @Option(names = "--digest", description = "report the CRC-32 of all frame bytes in order")
  boolean digest;

  @Option(names = "--json", description = "end with one JSON object on standard output")
  boolean json;

  @Option(names = "--quiet", description = "no live line and no summary")
  boolean quiet;

  @Option(
      names = "--verbose",
      description = "log every change of state, and show where errors come from")
  private boolean verbose;

  Pattern pattern() {
    return Pattern.parse(pattern);
  }

  /** The plain value to send, if one was given. */
  Optional<Object> data() {
    if (data.isPresent() && !bidirectional) {
      throw new ConfigurationException(
          "--data goes with frames only in bidirectional mode: add --bidirectional");
    }
    return data.flatMap(JsonData::parse);
  }

  /** Whether a value was given, if only null. */
  boolean hasData() {
    return data.isPresent();
  }

  void applyTo(StreamBuilder<?> builder) {
    if (!(timeout >= 0) || timeout > MOST_SECONDS) {
      throw new ConfigurationException(
          "--timeout is " + timeout + ": use 0 to " + (int) MOST_SECONDS + " seconds");
    }
    if (maxMessage < 1 || maxMessage > MOST_MIB) {
      throw new ConfigurationException(
          "--max-message is " + maxMessage + ": use 1 to " + MOST_MIB + " MiB");
    }
    builder
        .pattern(pattern())
        .timeout(Duration.ofMillis(timeout == 0 ? 0 : Math.max(1, Math.round(timeout * MILLIS))))
        .bidirectional(bidirectional);
    builder.maxMessageBytes(maxMessage << MIB_BITS);
    frames.ifPresent(builder::frames);
  }

  boolean bidirectional() {
    return bidirectional;
  }
}
