package io.framewire.cli;

import io.framewire.BadMessages;
import io.framewire.StreamBuilder;
import io.framewire.error.ConfigurationException;
import io.framewire.spi.ReconnectPolicy;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for what the other side may do: vanish, lag, or talk nonsense. */
final class LinkArgs {
  private static final double MILLIS = 1000;
  private static final double MOST_SECONDS = 3600;

  @Option(
      names = "--reconnect",
      description = "go on with a peer that comes back before the timeout is over")
  private boolean reconnect;

  @Option(
      names = "--heartbeat",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "notice within this time that a peer is cut off; 0 for never (${DEFAULT-VALUE})")
  private double heartbeat;

  @Option(
      names = "--latest",
      description = "drop and count what is older than the newest frame, rather than let it wait")
  boolean latest;

  @Option(
      names = "--skip-bad",
      description = "skip and count messages that are none of this wire's, rather than stop")
  private boolean skipBad;

  @Option(
      names = "--socket-file",
      paramLabel = "MODE",
      description = "who may use the socket file this end binds in ipc, as ls shows it (rw-------)")
  private Optional<String> socketFile;

  void applyTo(StreamBuilder<?> builder) {
    if (!(heartbeat >= 0) || heartbeat > MOST_SECONDS) {
      throw new ConfigurationException(
          "--heartbeat is " + heartbeat + ": use 0.1 to " + (int) MOST_SECONDS + " seconds, or 0");
    }
    builder.heartbeat(Duration.ofMillis(Math.round(heartbeat * MILLIS)));
    if (reconnect) {
      builder.reconnect(ReconnectPolicy.STANDARD);
    }
    if (skipBad) {
      builder.badMessages(BadMessages.SKIP);
    }
    socketFile.ifPresent(builder::socketFile);
  }

  /** Whether a person should be told of a peer that goes and comes back. */
  boolean reconnects() {
    return reconnect;
  }
}
