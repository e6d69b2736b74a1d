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
    /** A peer is there. */
    CONNECTED,
    /** A peer was there and left. */
    DISCONNECTED,
    /** A peer was there that speaks something else, another pattern for instance. */
    INCOMPATIBLE
  }
}
