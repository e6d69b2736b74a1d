package io.framewire.transport.zmq;

import io.framewire.spi.TransportRequest;

/** The same, by the way that ipc takes where JeroMQ's internals are closed. */
class IpcOverHopTest extends IpcTest {
  @Override
  Route route(TransportRequest request) {
    return Route.bridge(request, IpcPath.of(request.endpoint()));
  }
}
