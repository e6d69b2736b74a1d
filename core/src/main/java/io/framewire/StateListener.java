package io.framewire;

/** Is told how a stream stands with its other side. */
@FunctionalInterface
public interface StateListener {
  /**
   * Called for each change, in order, on a thread of the stream's own, {@code framewire-states}; an
   * exception is logged.
   *
   * @param state the new state
   * @param words the same for a person, beginning in lower case
   */
  void changed(StreamState state, String words);
}
