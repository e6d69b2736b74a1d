package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.FramePool;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;

/**
 * What a transport is to be made from. Immutable.
 *
 * @param endpoint where
 * @param pattern the messaging pattern
 * @param role which end this is
 * @param bind whether this end binds; the other one connects
 * @param pool where the memory of large incoming messages comes from
 * @param maxMessageBytes the largest part to accept from the other side; larger ones are refused
 *     before memory is taken for them
 * @param highWaterMark how many messages may wait in a pattern without answers before the pattern's
 *     own rule for slow receivers holds; 1 in PUB/SUB whatever is said here
 */
public record TransportRequest(
    Endpoint endpoint,
    Pattern pattern,
    Role role,
    boolean bind,
    FramePool pool,
    long maxMessageBytes,
    int highWaterMark) {
  /**
   * Checks the numbers.
   *
   * @param endpoint where
   * @param pattern the messaging pattern
   * @param role which end this is
   * @param bind whether this end binds; the other one connects
   * @param pool where the memory of large incoming messages comes from
   * @param maxMessageBytes the largest part to accept
   * @param highWaterMark how many messages may wait
   * @throws ConfigurationException if a number is below 1
   */
  public TransportRequest {
    if (maxMessageBytes < 1 || maxMessageBytes > Integer.MAX_VALUE) {
      throw new ConfigurationException(
          "maxMessageBytes is " + maxMessageBytes + ": use 1 to " + Integer.MAX_VALUE);
    }
    if (highWaterMark < 1) {
      throw new ConfigurationException("highWaterMark is " + highWaterMark + ": use 1 or more");
    }
  }
}
