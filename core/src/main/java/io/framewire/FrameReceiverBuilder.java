package io.framewire;

import io.framewire.error.ConfigurationException;
import io.framewire.error.TransportException;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Role;
import java.util.Optional;

/** The options of a {@link FrameReceiver}. Used by one thread. */
public final class FrameReceiverBuilder extends StreamBuilder<FrameReceiverBuilder> {
  private Optional<ReplyHandler> replyHandler = Optional.empty();

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
   * Computes the reply to each frame from that frame, in bidirectional mode, instead of taking the
   * replies that {@link FrameReceiver#reply(Object)} queues.
   *
   * @param handler is called on the thread that receives, with each frame before it is handed out
   * @return this
   */
  public FrameReceiverBuilder replyWith(ReplyHandler handler) {
    this.replyHandler = Optional.of(handler);
    return this;
  }

  /**
   * Hands out only the newest frame. A thread of the receiver's own receives and answers all the
   * time, from the first request for a frame on, so that the sender never waits for who looks at
   * the frames; a frame that is still waiting when a newer one arrives is dropped and counted. In
   * PUSH/PULL the high-water mark is 1 then. {@link #frames} counts the frames that are handed out.
   *
   * @return this
   */
  public FrameReceiverBuilder latest() {
    setLatest();
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
    StreamOptions options = options();
    if (replyHandler.isPresent() && !options.bidirectional()) {
      throw new ConfigurationException(
          "replyWith needs bidirectional mode: turn it on at both ends, or leave the handler out");
    }
    return new FrameReceiver(Connection.open(options), new Replies(options, replyHandler));
  }

  @Override
  FrameReceiverBuilder self() {
    return this;
  }
}
