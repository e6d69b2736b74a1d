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
 *   <li>The encoder takes a part from the pipe only when the one before was written to the kernel
 *       or copied to the encoder's own buffer. So when it has begun with message n, which {@link
 *       SentMsg} sees, nobody reads any before it (PAIR, which has one pipe at a time, and PUSH
 *       that connects). A lost connection only helps: its encoder is gone before another takes
 *       anything.
 *   <li>A pipe of high-water mark H takes the first part of message n only while fewer than H of
 *       those before it are unread, so n-H was read from it to its last part. So when n was
 *       accepted, nobody reads n-H-1 or any before it. This holds for PUB that connects too, as
 *       long as every message found its subscriber; nothing else does, for PUB looks into messages
 *       itself. In PAIR and PUSH it limits what connections on which nobody greets leave untaken.
 *   <li>In REQ an answer names its message, and stands for it and all before it on the one
 *       connection of a socket that connects. One that binds may have sent those before to another
 *       peer, of which nothing is known.
 * </ul>
 *
 * <p>The answers in PAIR say nothing: none tells to which message it is, and a receiver that
 * outlived other senders may have any number of late ones. Everywhere else, and with several peers,
 * nobody can know: that memory is abandoned, and freed by the garbage collector when JeroMQ lets go
 * of it.
 */
final class InFlight {
  private enum Rule {
    TAKEN,
    COUNT,
    ANSWER,
    NEVER
  }

  private final Rule rule;
  private final boolean onePeer;
  private final int behind;
  private final Deque<Multipart> messages = new ArrayDeque<>();
  // the first part of each of them but the oldest
  private final Deque<SentMsg> followers = new ArrayDeque<>();

  InFlight(TransportRequest request, int highWaterMark) {
    this.rule = rule(request);
    this.onePeer = !request.bind();
    this.behind = highWaterMark + 1;
  }

  private static Rule rule(TransportRequest request) {
    boolean sender = request.role() == Role.SENDER;
    return switch (request.pattern()) {
      case PAIR -> Rule.TAKEN;
      case REQ_REP -> sender ? Rule.ANSWER : Rule.NEVER;
      case PUSH_PULL -> request.bind() ? Rule.NEVER : Rule.TAKEN;
      case PUB_SUB -> request.bind() ? Rule.NEVER : Rule.COUNT;
    };
  }

  /** A message with that first part was accepted by JeroMQ. */
  void sent(Multipart message, SentMsg first) {
    if (rule == Rule.NEVER) {
      abandon(message);
      return;
    }
    if (!messages.isEmpty()) {
      followers.addLast(first);
    }
    messages.addLast(message);
    settle();
  }

  private void settle() {
    int left =
        switch (rule) {
          case TAKEN -> Math.max(beforeLatestTaken(), messages.size() - behind);
          case COUNT -> messages.size() - behind;
          case ANSWER, NEVER -> 0;
        };
    for (; left > 0; left--) {
      followers.pollFirst();
      messages.pollFirst().close();
    }
  }

  /** What a lost connection left unread in its pipe is never taken. */
  private int beforeLatestTaken() {
    int left = 0;
    int number = 0;
    for (SentMsg follower : followers) {
      number++;
      left = follower.isTaken() ? number : left;
    }
    return left;
  }

  /** The peer answered. */
  void answered() {
    settle();
    if (rule == Rule.ANSWER && !messages.isEmpty()) {
      messages.pollLast().close();
      if (onePeer) {
        left();
      } else {
        lost();
      }
    }
  }

  /** Everything has left, or will never be read again. */
  void left() {
    messages.forEach(Multipart::close);
    forget();
  }

  /** Nothing more will be known about what is under way. */
  void lost() {
    messages.forEach(InFlight::abandon);
    forget();
  }

  private void forget() {
    messages.clear();
    followers.clear();
  }

  static void abandon(Multipart message) {
    for (Part part : message.parts()) {
      part.block().ifPresent(Block::abandon);
    }
    message.close();
  }
}
