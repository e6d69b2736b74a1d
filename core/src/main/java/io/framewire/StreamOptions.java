package io.framewire;

import io.framewire.spi.CodecProvider;
import io.framewire.spi.TransportOptions;
import io.framewire.spi.TransportProvider;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A stream's settings, as they were when its builder's {@code build} was called. */
record StreamOptions(
    Role role,
    Endpoint endpoint,
    boolean bind,
    Pattern pattern,
    Duration timeout,
    boolean bidirectional,
    long frames,
    long memoryLimit,
    TransportOptions link,
    boolean reconnect,
    BadMessages badMessages,
    boolean latest,
    Optional<StateListener> listener,
    Optional<String> transport,
    Optional<String> codec,
    List<TransportProvider> transports,
    List<CodecProvider> codecs) {

  /** How long {@code close} may take, waits for the other side included. */
  static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  Duration closeLimit() {
    return timeout.compareTo(CLOSE_LIMIT) < 0 ? timeout : CLOSE_LIMIT;
  }

  String seconds() {
    double seconds = timeout.toMillis() / 1000.0;
    return (seconds == Math.rint(seconds)
            ? String.valueOf((long) seconds)
            : String.valueOf(seconds))
        + " s";
  }
}
