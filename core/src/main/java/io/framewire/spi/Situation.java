package io.framewire.spi;

/**
 * What a transport knows about the other side.
 *
 * @param state how far it got
 * @param words the same for a person, beginning in lower case: {@code "nothing listens at
 *     tcp://localhost:5555"}
 */
public record Situation(State state, String words) {
  /** How far a connection got. */
  public enum State {
    /** No peer was seen yet. */
    WAITING,
    /** A peer is there: it has shown that it speaks the same protocol. */
    CONNECTED,
    /** A peer was there and left. */
    DISCONNECTED,
    /** A peer was there and left, and this end has tried in vain to connect again. */
    RETRYING,
    /** A peer was there that speaks something else, another pattern for instance. */
    INCOMPATIBLE
  }

  /**
   * Whether there was a peer and now is none.
   *
   * @return true when disconnected or retrying
   */
  public boolean peerHasGone() {
    return state == State.DISCONNECTED || state == State.RETRYING;
  }
}
