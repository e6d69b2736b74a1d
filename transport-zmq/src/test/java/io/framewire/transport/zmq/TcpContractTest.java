package io.framewire.transport.zmq;

import io.framewire.spi.TransportProvider;
import io.framewire.tck.TransportContract;
import io.framewire.wire.Endpoint;

class TcpContractTest extends TransportContract {
  @Override
  protected TransportProvider provider() {
    return new ZmqTransportProvider();
  }

  @Override
  protected Endpoint endpoint() {
    return Lab.ANY;
  }
}
