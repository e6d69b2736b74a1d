package io.framewire;

import io.framewire.internal.Daemon;
import io.framewire.internal.Handover;
import java.util.Optional;

/**
 * Receives all the time, on a thread of its own that begins with the first request, and hands out
 * the newest frame. Safe for use by several threads.
 */
final class LatestFrames {
  private final Intake intake;
  private final StatisticsCollector statistics;
  private final StreamEnd end;
  private final Handover<ReceivedFrame> slot = Handover.newest(ReceivedFrame::close);
  private boolean started;

  LatestFrames(Intake intake, StatisticsCollector statistics, StreamEnd end) {
    this.intake = intake;
    this.statistics = statistics;
    this.end = end;
  }

  /** The newest frame; empty when the stream is over. */
  synchronized Optional<ReceivedFrame> next() {
    if (intake.hasAllFrames()) {
      end.stop(Ended.FRAMES);
      slot.close();
      return Optional.empty();
    }
    if (!started && !slot.isOver()) {
      started = true;
      Daemon.run("framewire-latest", this::receive);
    }
    Optional<ReceivedFrame> next = slot.take();
    next.ifPresent(intake::handOut);
    return next;
  }

  private void receive() {
    try {
      for (Optional<ReceivedFrame> next = intake.receive();
          next.isPresent();
          next = intake.receive()) {
        if (slot.put(next.get())) {
          statistics.dropped();
        }
      }
      slot.end();
    } catch (Throwable failure) {
      slot.fail(failure);
    }
  }

  /** Whether nothing waits and nothing comes any more. */
  boolean isOver() {
    return slot.isOver();
  }

  /** Ends the wait for a frame, and lets go of the one that waits. */
  void close() {
    slot.close();
  }
}
