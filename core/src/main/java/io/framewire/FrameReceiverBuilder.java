package io.framewire;

import io.framewire.error.ConfigurationException;
import io.framewire.error.TransportException;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Role;

/** The options of a {@link FrameReceiver}. Used by one thread. */
public final class FrameReceiverBuilder extends StreamBuilder<FrameReceiverBuilder> {
  FrameReceiverBuilder() {
    super(Role.RECEIVER, Endpoint.DEFAULT_AT, true);
  }

  /**
   * Where to receive, {@code tcp://*:5555} unless set.
   *
   * @param endpoint for instance {@code "tcp://127.0.0.1:0"}, where 0 is any free port
   * @return this
   * @throws ConfigurationException if it is no endpoint
   */
  public FrameReceiverBuilder at(String endpoint) {
    return at(Endpoint.parse(endpoint));
  }

  /**
   * Where to receive, {@code tcp://*:5555} unless set.
   *
   * @param endpoint the endpoint
   * @return this
   */
  public FrameReceiverBuilder at(Endpoint endpoint) {
    setEndpoint(endpoint);
    return this;
  }

  /**
   * Binds, or connects, and makes the receiver. Frames can arrive from here on, and wait as the
   * pattern has it.
   *
   * @return a receiver the caller closes
   * @throws ConfigurationException if an option is impossible, or no provider serves the endpoint
   * @throws TransportException if the address cannot be resolved or bound
   */
  public FrameReceiver build() {
    return new FrameReceiver(Connection.open(options()));
  }

  @Override
  FrameReceiverBuilder self() {
    return this;
  }
}
