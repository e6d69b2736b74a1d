package io.framewire.transport.zmq;

import io.framewire.spi.Transport.Sent;
import zmq.Msg;

/** Sends a message's first part by its pattern's rule for who must be there to take it. */
interface FirstPart {
  /** Sends it, or nothing; the other parts follow if it was sent. */
  Sent send(Msg part, int more, Deadline deadline);

  /** Whether the message sent last, now that all of it was, has certainly gone to somebody. */
  default boolean reachedSomebody() {
    return true;
  }
}
