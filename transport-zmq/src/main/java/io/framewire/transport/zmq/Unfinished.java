package io.framewire.transport.zmq;

import java.util.Optional;

/**
 * Counts the parts of messages that have not been read by this program: JeroMQ keeps those of an
 * unfinished message without limit. What was lost with its connection is forgotten when no
 * connection is left. Safe for use by several threads.
 */
final class Unfinished {
  private static final long PARTS = 10_000;
  private static final long PARTS_FOR_EACH_WAITING = 100;
  private static final long BYTES = 16 << 20;

  private final long mostParts;
  private long parts;
  private long bytes;
  private int era;
  private volatile Optional<String> excess = Optional.empty();

  Unfinished(int highWaterMark) {
    this.mostParts = PARTS + PARTS_FOR_EACH_WAITING * highWaterMark;
  }

  /** A part came that others follow; returns the era it belongs to. */
  synchronized int came(int size) {
    parts++;
    bytes += size;
    if (excess.isEmpty() && (parts > mostParts || bytes > BYTES)) {
      excess =
          Optional.of(
              "a peer sent a message without end: "
                  + parts
                  + " parts of "
                  + bytes
                  + " bytes came and it went on, so nothing more is read");
    }
    return era;
  }

  /** That part was read. */
  synchronized void read(int size, int itsEra) {
    if (itsEra == era) {
      parts--;
      bytes -= size;
    }
  }

  /** No connection is left, and so no unfinished message. */
  synchronized void forget() {
    era++;
    parts = 0;
    bytes = 0;
  }

  /** What is wrong, if it is; it stays so. */
  Optional<String> excess() {
    return excess;
  }
}
