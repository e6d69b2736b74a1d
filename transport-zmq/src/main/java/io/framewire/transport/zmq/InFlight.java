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
 * never says that a message has left, so this is derived from what it does say, with at most one
 * peer at a time:
 *
 * <ul>
 *   <li>Answers, one for each message and in their order, say that it has left (PAIR). But nothing
 *       in an answer says to which message: one may be a late answer to a message of an earlier
 *       connection, of which there are as many as were not answered then, or, from a receiver that
 *       outlived another sender, to that one's last. So the n-th answer stands for a message as
 *       many before the n-th as there may be late ones. A correlated answer stands for the last
 *       message and all before it (REQ).
 *   <li>Whatever is answered, a pipe of high-water mark H takes the first part of message n only
 *       while fewer than H of those before it are unread, so n-H was read from it to its last part.
 *       The encoder takes a part from the pipe only when the one before was written to the kernel
 *       or copied to the encoder's own buffer. So when n was accepted, nobody reads n-H-1 or any
 *       before it (PAIR, which has one pipe at a time; PUSH and PUB that connect; for PUB as long
 *       as every message found its subscriber). A lost connection only helps: its encoder is gone
 *       before the next pipe comes. In PAIR this bounds what is held for late answers, for those of
 *       a receiver that was killed never come.
 * </ul>
 *
 * Everywhere else, and with several peers, nobody can know: that memory is abandoned, and freed by
 * the garbage collector when JeroMQ lets go of it.
 */
final class InFlight {
  private enum Rule {
    ANSWER_TO_EACH,
    ANSWER_TO_LAST,
    COUNT,
    NEVER
  }

  private final Rule rule;
  private final int behind;
  private final Deque<Multipart> messages = new ArrayDeque<>();
  private int late;

  InFlight(TransportRequest request, int highWaterMark) {
    this.rule = rule(request);
    this.behind = highWaterMark + 1;
    this.late = 1 + request.unanswered();
  }

  private static Rule rule(TransportRequest request) {
    return switch (request.pattern()) {
      case PAIR -> Rule.ANSWER_TO_EACH;
      case REQ_REP -> request.role() == Role.SENDER ? Rule.ANSWER_TO_LAST : Rule.NEVER;
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
    while (rule != Rule.ANSWER_TO_LAST && messages.size() > behind) {
      messages.pollFirst().close();
      // the answer to it, should it come, must not stand for the next one
      late++;
    }
  }

  /** The peer answered, or asked anew, which it does after it got the answer. */
  void answered() {
    if (rule == Rule.ANSWER_TO_LAST) {
      left();
    } else if (rule == Rule.ANSWER_TO_EACH && late > 0) {
      late--;
    } else if (rule == Rule.ANSWER_TO_EACH && !messages.isEmpty()) {
      messages.pollFirst().close();
    }
  }

  /** Everything has left, or will never be read again. */
  void left() {
    messages.forEach(Multipart::close);
    messages.clear();
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
