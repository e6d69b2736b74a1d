package io.framewire;

import java.util.Optional;

/**
 * Takes frames out of the conversation one at a time, and ends the stream where no more come. Any
 * thread.
 */
final class Intake {
  private final Connection connection;
  private final ReceiverConversation conversation;
  private final StreamEnd end;

  Intake(Connection connection, ReceiverConversation conversation, StreamEnd end) {
    this.connection = connection;
    this.conversation = conversation;
    this.end = end;
  }

  /** The next frame to hand out, which counts; empty when the stream is over. */
  Optional<ReceivedFrame> next() {
    end.turn().lock();
    try {
      if (hasAllFrames()) {
        end.finish(Ended.FRAMES, () -> false);
        return Optional.empty();
      }
      Optional<ReceivedFrame> next = receive();
      next.ifPresent(this::handOut);
      return next;
    } finally {
      end.turn().unlock();
    }
  }

  /** The next frame to arrive; empty when the stream is over. */
  Optional<ReceivedFrame> receive() {
    end.turn().lock();
    try {
      if (end.isClosing()) {
        end.finishClosing();
        return Optional.empty();
      }
      Optional<ReceivedFrame> next = conversation.next();
      if (next.isEmpty()) {
        end.finish(Ended.TERMINATED, () -> true);
      }
      return next;
    } catch (RuntimeException failure) {
      boolean closedMeanwhile = end.isClosing();
      end.fail(failure);
      if (closedMeanwhile) {
        return Optional.empty();
      }
      throw failure;
    } finally {
      end.turn().unlock();
    }
  }

  void handOut(ReceivedFrame frame) {
    connection.statistics.frame(frame.frame(), frame.arrivedNanos());
  }

  boolean hasAllFrames() {
    return connection.statistics.frames() >= connection.options.frames();
  }
}
