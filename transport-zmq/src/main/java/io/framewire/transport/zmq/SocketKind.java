package io.framewire.transport.zmq;

import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import org.zeromq.SocketType;

/** Which ZeroMQ socket plays a role in a pattern. */
final class SocketKind {
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
