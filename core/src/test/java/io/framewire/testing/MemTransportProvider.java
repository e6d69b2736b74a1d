package io.framewire.testing;

import io.framewire.spi.Support;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportProvider;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;

/** Carries {@code mem://NAME} inside one program; serves nothing else. */
public final class MemTransportProvider implements TransportProvider {
  /** For the service loader. */
  public MemTransportProvider() {}

  @Override
  public String name() {
    return "mem";
  }

  @Override
  public int priority() {
    return -1000;
  }

  @Override
  public Support supports(Endpoint endpoint) {
    return Support.when(endpoint.scheme().equals("mem"), "serves mem://NAME in tests");
  }

  @Override
  public Transport create(TransportRequest request) {
    return MemLink.at(request.endpoint()).connect(request);
  }
}
