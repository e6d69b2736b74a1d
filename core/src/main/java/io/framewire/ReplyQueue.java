package io.framewire;

import io.framewire.error.ConfigurationException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Replies that wait for the frames they answer: the reply to a frame is what was queued before it
 * came.
 */
final class ReplyQueue {
  private static final int LIMIT = 256;

  private final Queue<Reply> waiting = new ArrayDeque<>();
  private boolean closed;

  synchronized void add(Reply reply) {
    if (closed) {
      reply.close();
      return;
    }
    if (waiting.size() == LIMIT) {
      reply.close();
      throw new ConfigurationException(
          LIMIT
              + " replies are waiting for frames to answer: queue one for each frame, after it came");
    }
    waiting.add(reply);
  }

  synchronized Reply next() {
    return Optional.ofNullable(waiting.poll()).orElse(Reply.NONE);
  }

  /** Lets go of what waits, and of whatever comes after. */
  synchronized void close() {
    closed = true;
    waiting.forEach(Reply::close);
    waiting.clear();
  }
}
