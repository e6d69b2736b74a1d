/** The four ZeroMQ messaging patterns over tcp and ipc, on JeroMQ. */
module io.framewire.transport.zmq {
  requires transitive io.framewire.core;
  requires org.zeromq.jeromq;

  exports io.framewire.transport.zmq;

  provides io.framewire.spi.TransportProvider with
      io.framewire.transport.zmq.ZmqTransportProvider;
}
