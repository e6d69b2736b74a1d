package io.framewire.transport.zmq;

import io.framewire.spi.Situation;
import io.framewire.spi.Situation.State;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells a listener of each change of state, in order and once. Safe for use by several threads. */
final class StateTeller {
  private final Consumer<Situation> listener;
  private State told = State.WAITING;

  StateTeller(Consumer<Situation> listener) {
    this.listener = listener;
  }

  /**
   * Looks anew. The lock is taken before any that the look takes, and never after one. That a peer
   * is incompatible is the last word.
   */
  synchronized void tell(Supplier<Situation> look) {
    if (told == State.INCOMPATIBLE) {
      return;
    }
    Situation now = look.get();
    if (now.state() != told) {
      told = now.state();
      listener.accept(now);
    }
  }
}
