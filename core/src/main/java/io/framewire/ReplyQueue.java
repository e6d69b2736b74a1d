package io.framewire;

import io.framewire.error.ConfigurationException;
import io.framewire.wire.Message;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Replies that wait for the frames they answer: the reply to a frame is what was queued before it
 * came.
 */
final class ReplyQueue {
  private static final int LIMIT = 256;

  private final Queue<Message> waiting = new ArrayDeque<>();

  synchronized void add(Message reply) {
    if (waiting.size() == LIMIT) {
      reply.close();
      throw new ConfigurationException(
          LIMIT
              + " replies are waiting for frames to answer: queue one for each frame, after it came");
    }
    waiting.add(reply);
  }

  synchronized Message next() {
    Message reply = waiting.poll();
    return reply == null ? new Message.DataReply(Optional.empty()) : reply;
  }

  synchronized void clear() {
    waiting.forEach(Message::close);
    waiting.clear();
  }
}
