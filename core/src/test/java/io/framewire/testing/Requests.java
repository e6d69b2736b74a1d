package io.framewire.testing;

import io.framewire.frame.FramePool;
import io.framewire.spi.TransportOptions;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import io.framewire.wire.Security;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Transport requests for tests: with the sides and limits a test cares about, the rest as usual.
 */
public final class Requests {
  /** The largest part that is accepted unless a test says otherwise. */
  public static final long MAX_MESSAGE_BYTES = 64 << 20;

  /** How many messages may wait unless a test says otherwise. */
  public static final int HIGH_WATER_MARK = 4;

  private Requests() {}

  /** A request with these options. */
  public static TransportRequest request(
      Endpoint endpoint,
      Pattern pattern,
      Role role,
      boolean bind,
      FramePool pool,
      TransportOptions options) {
    return new TransportRequest(endpoint, pattern, role, bind, pool, options, situation -> {});
  }

  /** A request with the usual options. */
  public static TransportRequest request(
      Endpoint endpoint, Pattern pattern, Role role, boolean bind, FramePool pool) {
    return request(endpoint, pattern, role, bind, pool, options());
  }

  /** The usual options. */
  public static TransportOptions options() {
    return options(MAX_MESSAGE_BYTES, HIGH_WATER_MARK);
  }

  /** The usual options with other limits. */
  public static TransportOptions options(long maxMessageBytes, int highWaterMark) {
    return options(maxMessageBytes, highWaterMark, Duration.ofSeconds(10), Optional.empty());
  }

  /** Options with these limits, heartbeat and keys. */
  public static TransportOptions options(
      long maxMessageBytes, int highWaterMark, Duration heartbeat, Optional<Security> security) {
    return new TransportOptions(
        maxMessageBytes,
        highWaterMark,
        heartbeat,
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        security,
        Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
  }
}
