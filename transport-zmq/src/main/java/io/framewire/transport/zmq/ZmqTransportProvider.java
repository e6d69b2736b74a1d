package io.framewire.transport.zmq;

import io.framewire.spi.Support;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportProvider;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;

/** Carries streams over ZeroMQ's tcp and ipc, as ZMTP 3 peers such as libzmq speak it. */
public final class ZmqTransportProvider implements TransportProvider {
  /** For the service loader. */
  public ZmqTransportProvider() {}

  @Override
  public String name() {
    return "zmq";
  }

  @Override
  public Support supports(Endpoint endpoint) {
    return switch (endpoint.scheme()) {
      case "tcp" -> Support.yes();
      case "ipc" -> IpcPath.support();
      default -> Support.no("carries tcp://HOST:PORT and ipc:///PATH");
    };
  }

  @Override
  public Transport create(TransportRequest request) {
    return new ZmqTransport(request);
  }
}
