package io.framewire;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import java.util.Objects;
import java.util.Optional;

/** Where a receiver's replies come from: a handler, or else the queue. */
final class Replies {
  private final boolean bidirectional;
  private final Optional<ReplyHandler> handler;
  private final ReplyQueue queue = new ReplyQueue();

  Replies(StreamOptions options, Optional<ReplyHandler> handler) {
    this.bidirectional = options.bidirectional();
    this.handler = handler;
  }

  void queue(Reply reply) {
    queue.add(reply);
  }

  /** Refuses a reply where the receiver would never fetch it. */
  void requireQueue() {
    if (!bidirectional) {
      throw new ConfigurationException(
          "a reply goes with an answer only in bidirectional mode: turn it on in the builder");
    }
    if (handler.isPresent()) {
      throw new ConfigurationException(
          "replyWith gives the reply to every frame: queue replies, or give the builder a handler,"
              + " but not both");
    }
  }

  /** The reply to a frame, to be closed. */
  Reply to(ReceivedFrame received) {
    return handler.isPresent() ? ask(handler.get(), received) : queue.next();
  }

  private static Reply ask(ReplyHandler handler, ReceivedFrame received) {
    try {
      return Objects.requireNonNull(
          handler.reply(received), "it returned null: use Reply.none() for no reply");
    } catch (Exception failure) {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new FramewireException(
          "the reply handler failed on frame " + received.index() + ": " + failure, failure);
    }
  }

  void close() {
    queue.close();
  }
}
