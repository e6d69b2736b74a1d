package io.framewire.transport.zmq;

import java.nio.channels.SocketChannel;

/** Who may use a connection. */
interface Admission {
  /**
   * Asked on JeroMQ's I/O thread for each new connection, whichever end made it, before JeroMQ
   * reads from it or writes to it.
   */
  boolean admits(SocketChannel connection);
}
