package io.framewire.transport.zmq;

import io.framewire.frame.Block;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import io.framewire.wire.Role;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Messages whose memory JeroMQ may still be reading, and the rule for when it no longer is. JeroMQ
 * never says that a message has left, so this is derived from what it does say, with exactly one
 * peer:
 *
 * <ul>
 *   <li>an answer to the last message means that it, and all before it, have left (PAIR, and REQ,
 *       whose answers are correlated with their request);
 *   <li>without answers, a pipe of high-water mark H takes message n only after n-H were read from
 *       it, and one is read only after the one before was written out: so n-H-1 and all before it
 *       have left (PUSH and PUB that connect).
 * </ul>
 *
 * Everywhere else, with several peers, and after a timeout or a close, nobody can know: that memory
 * is abandoned, and freed by the garbage collector when JeroMQ lets go of it.
 */
final class InFlight {
  private enum Rule {
    ANSWER,
    COUNT,
    NEVER
  }

  private final Rule rule;
  private final int behind;
  private final Deque<Multipart> messages = new ArrayDeque<>();

  InFlight(TransportRequest request, int highWaterMark) {
    this.rule = rule(request);
    this.behind = highWaterMark + 1;
  }

  private static Rule rule(TransportRequest request) {
    return switch (request.pattern()) {
      case PAIR -> Rule.ANSWER;
      case REQ_REP -> request.role() == Role.SENDER ? Rule.ANSWER : Rule.NEVER;
      case PUB_SUB, PUSH_PULL -> request.bind() ? Rule.NEVER : Rule.COUNT;
    };
  }

  /** A message was accepted by JeroMQ. */
  void sent(Multipart message) {
    if (rule == Rule.NEVER) {
      abandon(message);
      return;
    }
    messages.addLast(message);
    while (rule == Rule.COUNT && messages.size() > behind) {
      messages.pollFirst().close();
    }
  }

  /** The peer answered, or asked anew, which it does after it got the answer. */
  void answered() {
    if (rule == Rule.ANSWER) {
      messages.forEach(Multipart::close);
      messages.clear();
    }
  }

  /** Nothing more will be known about what is under way. */
  void lost() {
    messages.forEach(InFlight::abandon);
    messages.clear();
  }

  static void abandon(Multipart message) {
    for (Part part : message.parts()) {
      part.block().ifPresent(Block::abandon);
    }
    message.close();
  }
}
