package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import io.framewire.error.TransportException;
import io.framewire.wire.Endpoint;

/** Makes transports. */
public interface TransportProvider extends Provider {
  /**
   * Whether it can carry a stream there.
   *
   * @param endpoint where
   * @return yes, or no with what it does carry
   */
  Support supports(Endpoint endpoint);

  /**
   * Binds or connects.
   *
   * @param request where and how, with an endpoint that {@link #supports} said yes to
   * @return a transport the caller closes
   * @throws TransportException if the address cannot be resolved or bound
   * @throws ConfigurationException if the request cannot work
   */
  Transport create(TransportRequest request);
}
