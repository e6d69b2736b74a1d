package io.framewire;

import io.framewire.error.ConfigurationException;
import io.framewire.error.TransportException;
import io.framewire.frame.Frame;
import io.framewire.source.ReadAhead;
import io.framewire.spi.FrameSource;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Role;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The options of a {@link FrameSender}. Used by one thread. */
public final class FrameSenderBuilder extends StreamBuilder<FrameSenderBuilder> {
  private Optional<FrameSource> source = Optional.empty();
  private Consumer<Reply> onReply = reply -> {};
  private Consumer<Frame> onSent = frame -> {};
  private double rate;

  FrameSenderBuilder() {
    super(Role.SENDER, Endpoint.DEFAULT_TO, false);
  }

  /**
   * Where to send to, {@code tcp://localhost:5555} unless set.
   *
   * @param endpoint for instance {@code "tcp://192.168.0.7:5555"}
   * @return this
   * @throws ConfigurationException if it is no endpoint
   */
  public FrameSenderBuilder to(String endpoint) {
    return to(Endpoint.parse(endpoint));
  }

  /**
   * Where to send to, {@code tcp://localhost:5555} unless set.
   *
   * @param endpoint the endpoint
   * @return this
   */
  public FrameSenderBuilder to(Endpoint endpoint) {
    setEndpoint(endpoint);
    return this;
  }

  /**
   * Where frames come from, for {@link FrameSender#run} and {@link FrameSender#start}.
   *
   * @param source the source, in bidirectional mode one that {@linkplain FrameSource#yieldsData
   *     yields data}; the sender closes it when the stream ends or is closed
   * @return this
   */
  public FrameSenderBuilder source(FrameSource source) {
    this.source = Optional.of(source);
    return this;
  }

  /**
   * What to do with the replies to frames from the source, in bidirectional mode. (Replies to
   * frames that are pushed are returned by {@link FrameSender#send(io.framewire.frame.Frame,
   * Object)}.)
   *
   * @param handler is called on the sender's thread with each reply, which is closed when it
   *     returns
   * @return this
   */
  public FrameSenderBuilder onReply(Consumer<Reply> handler) {
    this.onReply = Objects.requireNonNull(handler, "handler");
    return this;
  }

  /**
   * What to do with each frame from the source that was sent; not with those that were dropped.
   *
   * @param handler is called on the sender's thread with the frame, which is closed when it returns
   *     and must not be changed
   * @return this
   */
  public FrameSenderBuilder onSent(Consumer<Frame> handler) {
    this.onSent = Objects.requireNonNull(handler, "handler");
    return this;
  }

  /**
   * The most frames a second to take from the source.
   *
   * @param framesPerSecond more than 0; 0 for no limit, as by default
   * @return this
   */
  public FrameSenderBuilder rate(double framesPerSecond) {
    this.rate = framesPerSecond;
    return this;
  }

  /**
   * Sends only the newest frame of the source. A thread of the sender's own reads the source all
   * the time; a frame that is still waiting to be sent when a newer one was read is dropped and
   * counted. In PUSH/PULL the high-water mark is 1 then. Needs a {@link #source}.
   *
   * @return this
   */
  public FrameSenderBuilder latest() {
    setLatest();
    return this;
  }

  /**
   * Connects, or binds, and makes the sender.
   *
   * @return a sender the caller closes
   * @throws ConfigurationException if an option is impossible, or no provider serves the endpoint
   * @throws TransportException if the address cannot be resolved or bound
   */
  public FrameSender build() {
    if (!(rate >= 0) || rate > 1e6) {
      throw new ConfigurationException(
          "rate is " + rate + ": use a number of frames a second, or 0 for no limit");
    }
    StreamOptions options = options();
    requireFitting(options);
    Connection connection = Connection.open(options);
    return new FrameSender(
        connection, source.map(frames -> feed(frames, connection)), onReply, onSent, rate);
  }

  private void requireFitting(StreamOptions options) {
    if (options.bidirectional() && source.isPresent() && !source.get().yieldsData()) {
      throw new ConfigurationException(
          "bidirectional mode needs data with each frame, which this source does not yield: make it"
              + " with FrameSource.withData, or push frames with send(frame, data)");
    }
    if (options.latest() && source.isEmpty()) {
      throw new ConfigurationException(
          "latest needs a source to read all the time: give the builder one, or leave latest out to"
              + " push frames");
    }
  }

  private static SourceFeed feed(FrameSource source, Connection connection) {
    FrameSource read = connection.options.latest() ? ReadAhead.newest(source) : source;
    connection.statistics.reads(read::statistics);
    return new SourceFeed(read, connection.pool, connection.options.bidirectional());
  }

  @Override
  FrameSenderBuilder self() {
    return this;
  }
}
