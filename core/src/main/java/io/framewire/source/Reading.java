package io.framewire.source;

import io.framewire.spi.FrameSource;
import java.time.Duration;
import java.util.Optional;

/** How a source that was opened is read: by who asks, or ahead on a thread. Immutable. */
record Reading(Way way, int queueFrames, long queueBytes, Optional<Duration> timeout) {
  enum Way {
    EACH,
    EACH_OR_NEWEST_OF_LIVE,
    NEWEST,
    QUEUE
  }

  FrameSource of(FrameSource source) {
    return switch (way) {
      case QUEUE -> ReadAhead.queue(source, queueFrames, queueBytes, timeout);
      case NEWEST -> ReadAhead.newest(source, timeout);
      case EACH_OR_NEWEST_OF_LIVE ->
          source.info().live() ? ReadAhead.newest(source, timeout) : each(source);
      case EACH -> each(source);
    };
  }

  /** Only a thread can be left waiting when the time is over. */
  private FrameSource each(FrameSource source) {
    return timeout.isEmpty() ? source : ReadAhead.queue(source, 1, 1, timeout);
  }
}
