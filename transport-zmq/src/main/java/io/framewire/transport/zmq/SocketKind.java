package io.framewire.transport.zmq;

import io.framewire.spi.TransportRequest;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import org.zeromq.SocketType;

/** Which ZeroMQ socket plays a role in a pattern, and what follows from that. */
final class SocketKind {
  /** JeroMQ's threads wake each other for every half of a pipe that was read, not each message. */
  static final int IN_LOCK_STEP = 16;

  /** Of frames there is one at a time too, but for answers that come too early. */
  private static final int FRAMES_IN_LOCK_STEP = 8;

  private SocketKind() {}

  /**
   * XPUB is PUB that also hears of subscriptions, so that a sender can wait for its first
   * subscriber.
   */
  static SocketType of(Pattern pattern, Role role) {
    boolean sender = role == Role.SENDER;
    return switch (pattern) {
      case PAIR -> SocketType.PAIR;
      case REQ_REP -> sender ? SocketType.REQ : SocketType.REP;
      case PUB_SUB -> sender ? SocketType.XPUB : SocketType.SUB;
      case PUSH_PULL -> sender ? SocketType.PUSH : SocketType.PULL;
    };
  }

  /** Whether this end only sends. */
  static boolean isOneWaySender(TransportRequest request) {
    return request.role() == Role.SENDER && !request.pattern().answers();
  }

  /** How many messages may wait to be sent before the pattern's rule for slow receivers holds. */
  static int sendHighWaterMark(TransportRequest request) {
    return switch (request.pattern()) {
      case PAIR, REQ_REP -> request.role() == Role.SENDER ? FRAMES_IN_LOCK_STEP : IN_LOCK_STEP;
      case PUB_SUB -> 1;
      case PUSH_PULL -> request.options().highWaterMark();
    };
  }

  /**
   * How many messages that came may wait to be read. In lock-step there is one at a time, but
   * JeroMQ's REQ breaks the connection when one comes while its pipe is full, and its REP drops the
   * answer it has no room for; a pipe counts as full until its I/O thread has heard that it is not.
   */
  static int receiveHighWaterMark(TransportRequest request) {
    return switch (request.pattern()) {
      case PAIR, REQ_REP -> IN_LOCK_STEP;
      case PUB_SUB -> 1;
      case PUSH_PULL -> request.options().highWaterMark();
    };
  }

  /**
   * The pattern whose other side has such a socket, in words for an error; the name itself where
   * there is none.
   */
  static String patternWord(String peerType, Role peerRole) {
    for (Pattern pattern : Pattern.values()) {
      String word = pattern.word(peerRole);
      if (word.equalsIgnoreCase(peerType) || ("x" + word).equalsIgnoreCase(peerType)) {
        return word;
      }
    }
    return peerType;
  }
}
