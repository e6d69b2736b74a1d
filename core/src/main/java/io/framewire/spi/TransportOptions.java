package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import io.framewire.wire.Security;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a transport is to behave, whatever it connects. Immutable.
 *
 * @param maxMessageBytes the largest part to accept from the other side; larger ones are refused
 *     before memory is taken for them
 * @param highWaterMark how many messages may wait in a pattern without answers before the pattern's
 *     own rule for slow receivers holds; 1 in PUB/SUB whatever is said here
 * @param heartbeat within what time to notice that a connected peer has gone silent; zero for never
 * @param retryDelay how long to wait before a lost connection is first tried again
 * @param maxRetryDelay how long to wait between tries at most, while the wait doubles
 * @param security who may take part, and with which keys; empty for a plain stream
 * @param socketFile who may use the socket file that an end binds
 */
public record TransportOptions(
    long maxMessageBytes,
    int highWaterMark,
    Duration heartbeat,
    Duration retryDelay,
    Duration maxRetryDelay,
    Optional<Security> security,
    Set<PosixFilePermission> socketFile) {
  private static final Duration LEAST_HEARTBEAT = Duration.ofMillis(100);
  private static final Duration MOST_HEARTBEAT = Duration.ofHours(1);

  /**
   * Checks the values.
   *
   * @param maxMessageBytes the largest part to accept
   * @param highWaterMark how many messages may wait
   * @param heartbeat within what time to notice a silent peer
   * @param retryDelay the first wait
   * @param maxRetryDelay the longest wait
   * @param security keys; empty for a plain stream
   * @param socketFile the socket file's permissions
   * @throws ConfigurationException if one is impossible; it names the value
   */
  public TransportOptions {
    Objects.requireNonNull(security, "security");
    socketFile = Set.copyOf(socketFile);
    if (maxMessageBytes < 1 || maxMessageBytes > Integer.MAX_VALUE) {
      throw new ConfigurationException(
          "maxMessageBytes is " + maxMessageBytes + ": use 1 to " + Integer.MAX_VALUE);
    }
    if (highWaterMark < 1) {
      throw new ConfigurationException("highWaterMark is " + highWaterMark + ": use 1 or more");
    }
    if (!heartbeat.isZero()
        && (heartbeat.compareTo(LEAST_HEARTBEAT) < 0 || heartbeat.compareTo(MOST_HEARTBEAT) > 0)) {
      throw new ConfigurationException(
          "heartbeat is " + heartbeat + ": use 100 ms to an hour, or zero for none");
    }
    ReconnectPolicy.requireDelays(retryDelay, maxRetryDelay);
  }
}
