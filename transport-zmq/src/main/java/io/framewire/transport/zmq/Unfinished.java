package io.framewire.transport.zmq;

import java.util.Optional;

/**
 * Counts the parts of messages that have not been read by this program: JeroMQ keeps those of an
 * unfinished message without limit, and drops them with their connection. What is counted for no
 * connection in particular is forgotten when none is left. Safe for use by several threads.
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

  /** For a new connection. */
  Tally tally() {
    return new Tally();
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

  private void add(int size) {
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
  }

  /** What comes on one connection. */
  final class Tally {
    private Optional<Message> current = Optional.empty();

    /** A part came that others follow; returns the message it belongs to. */
    Message came(int size) {
      synchronized (Unfinished.this) {
        Message message =
            current.isPresent() && current.get().isOfThisEra() ? current.get() : new Message();
        current = Optional.of(message);
        message.add(size);
        return message;
      }
    }

    /** A message's last part came: it waits to be read now, and outlasts its connection. */
    void finished() {
      synchronized (Unfinished.this) {
        current = Optional.empty();
      }
    }

    /** The connection ended, and with it the message it was in. */
    void forget() {
      synchronized (Unfinished.this) {
        current.ifPresent(Message::forget);
        current = Optional.empty();
      }
    }
  }

  /** The parts of a message that came and were not read. */
  final class Message {
    private final int itsEra = era;
    private long itsParts;
    private long itsBytes;

    private boolean isOfThisEra() {
      return itsEra == era;
    }

    private void add(int size) {
      itsParts++;
      itsBytes += size;
      Unfinished.this.add(size);
    }

    /** One of its parts was read. */
    void read(int size) {
      synchronized (Unfinished.this) {
        if (itsParts > 0) {
          subtract(1, size);
        }
      }
    }

    private void forget() {
      subtract(itsParts, itsBytes);
    }

    private void subtract(long someParts, long someBytes) {
      itsParts -= someParts;
      itsBytes -= someBytes;
      if (isOfThisEra()) {
        parts -= someParts;
        bytes -= someBytes;
      }
    }
  }
}
