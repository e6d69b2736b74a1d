package io.framewire;

import io.framewire.spi.FrameAndData;
import java.util.Optional;

/** Asks another feed all the time, on a thread of its own, and has its newest frame. */
final class LatestFeed implements FrameFeed {
  private final FrameFeed feed;
  private final StatisticsCollector statistics;
  private final LatestSlot<FrameAndData> slot = new LatestSlot<>(frame -> frame.frame().close());
  private boolean started;

  LatestFeed(FrameFeed feed, StatisticsCollector statistics) {
    this.feed = feed;
    this.statistics = statistics;
  }

  @Override
  public Optional<FrameAndData> next() {
    if (!started && !slot.isOver()) {
      started = true;
      Background.run("framewire-source", this::read);
    }
    return slot.take();
  }

  private void read() {
    try {
      Optional<FrameAndData> next = feed.next();
      // a source may go on though it was closed
      while (next.isPresent() && !slot.isOver()) {
        if (slot.put(next.get())) {
          statistics.dropped();
        }
        next = feed.next();
      }
      next.ifPresent(slot::put);
      slot.end();
    } catch (Throwable failure) {
      slot.fail(failure);
    }
  }

  /** A source that does not let go of its thread keeps that thread, but nobody else. */
  @Override
  public void close() {
    slot.close();
    feed.close();
  }
}
