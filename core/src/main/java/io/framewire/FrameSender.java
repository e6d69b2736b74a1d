package io.framewire;

import io.framewire.error.ConfigurationException;
import io.framewire.error.ProtocolException;
import io.framewire.error.SourceException;
import io.framewire.error.StreamTimeoutException;
import io.framewire.error.TransportException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.frame.PoolStatistics;
import io.framewire.spi.FrameAndData;
import io.framewire.spi.Pace;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Message;
import io.framewire.wire.Pattern;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end that frames come from. Either it takes them from a source:
 *
 * <pre>{@code
 * try (FrameSender sender = FrameSender.builder().to("tcp://localhost:5555").source(source).build()) {
 *   sender.run();
 * }
 * }</pre>
 *
 * or they are pushed: {@code sender.send(frame)}. Closing it tells the receiver that the stream is
 * over. All methods may be called by any thread; frames are sent one at a time.
 */
public final class FrameSender implements FrameStream {
  private static final Logger LOG = LoggerFactory.getLogger(FrameSender.class);

  /** Half the time to close for the frame under way, the other half for telling the receiver. */
  private static final double PATIENCE = 0.5;

  private final Connection connection;
  private final Optional<SourceFeed> feed;
  private final Consumer<Reply> onReply;
  private final Consumer<Frame> onSent;
  private final Pace pace;
  private final SenderConversation conversation;
  private final StreamEnd end;
  private final AtomicBoolean running = new AtomicBoolean();

  FrameSender(
      Connection connection,
      Optional<SourceFeed> feed,
      Consumer<Reply> onReply,
      Consumer<Frame> onSent,
      double rate) {
    this.connection = connection;
    this.feed = feed;
    this.onReply = onReply;
    this.onSent = onSent;
    this.pace = new Pace(rate);
    this.conversation = new SenderConversation(connection);
    this.end = new StreamEnd(connection);
  }

  /**
   * The options.
   *
   * @return a builder with the defaults: PAIR, connecting to {@code tcp://localhost:5555}, a
   *     timeout of 15 s
   */
  public static FrameSenderBuilder builder() {
    return new FrameSenderBuilder();
  }

  /**
   * Sends what the source yields, until it ends, the number of frames asked for is reached, or the
   * sender is closed; then tells the receiver, closes the source and this sender.
   *
   * @return how it went
   * @throws ConfigurationException if the builder was given no source
   * @throws SourceException if the source broke; the receiver is told the stream is over, as it is
   *     after every failure that leaves it within reach
   * @throws StreamTimeoutException if the receiver did not appear or answer in time
   * @throws ProtocolException if the receiver answered with something else, or is incompatible
   * @throws TransportException if the transport failed
   */
  public StreamSummary run() {
    SourceFeed frames =
        feed.orElseThrow(
            () ->
                new ConfigurationException(
                    "no source: give the builder one, or push frames with send"));
    if (!running.compareAndSet(false, true)) {
      throw new IllegalStateException("this sender runs already: build another for another stream");
    }
    try {
      Ended reason = sendAll(frames);
      finish(
          reason,
          reason == Ended.CLOSED ? connection.options.closeLimit() : connection.options.timeout());
    } catch (RuntimeException | Error failure) {
      boolean closedMeanwhile = end.isClosing();
      endAfter(failure);
      if (!closedMeanwhile || failure instanceof Error) {
        throw failure;
      }
      LOG.debug("closed while it ran, which ended in {}", failure.toString());
    } finally {
      feed.ifPresent(SourceFeed::close);
    }
    return end.summary();
  }

  /**
   * Does {@link #run} on a thread of its own.
   *
   * @return completes with how it went, or with what {@link #run} would have thrown
   */
  public CompletionStage<StreamSummary> start() {
    return Background.start("framewire-sender", this::run);
  }

  /**
   * Sends one frame, and in the patterns that answer waits for the answer. Where the connection is
   * lost meanwhile and the stream is to go on, it is sent again, and may arrive twice; the reply
   * may then, in PAIR, be the one to the frame before.
   *
   * @param frame what to send; stays the caller's, who may change or close it as soon as this
   *     returns normally. (Taken from {@link #pool()} and not retained elsewhere, it is sent
   *     without a copy in the patterns that answer.)
   * @return the receiver's reply in bidirectional mode, to be closed; otherwise an empty one
   * @throws StreamTimeoutException if the receiver did not appear or answer in time; the stream is
   *     over
   * @throws ProtocolException if it answered with something else, or is incompatible; the stream is
   *     over
   * @throws TransportException if this sender was closed, or the transport failed
   */
  public Reply send(Frame frame) {
    return push(frame, Optional.empty());
  }

  /**
   * Sends one frame with data, in bidirectional mode, and waits for the answer.
   *
   * @param frame as for {@link #send(Frame)}
   * @param data a plain value, of the types {@link Message} lists
   * @return the receiver's reply, to be closed
   * @throws ConfigurationException if bidirectional mode is off, or the data has a type the wire
   *     cannot carry
   * @throws StreamTimeoutException if the receiver did not appear or answer in time; the stream is
   *     over
   * @throws ProtocolException if it answered with something else, or is incompatible; the stream is
   *     over
   * @throws TransportException if this sender was closed, or the transport failed
   */
  public Reply send(Frame frame, Object data) {
    Objects.requireNonNull(data, "data");
    if (!connection.options.bidirectional()) {
      throw new ConfigurationException(
          "data goes with a frame only in bidirectional mode: turn it on in the builder");
    }
    return push(frame, Optional.of(data));
  }

  /**
   * Where frames that are pushed should get their memory.
   *
   * @return this stream's pool, which ends with the stream
   */
  public FramePool pool() {
    return connection.pool;
  }

  @Override
  public Endpoint endpoint() {
    return connection.endpoint();
  }

  @Override
  public Pattern pattern() {
    return connection.options.pattern();
  }

  @Override
  public StreamStatus status() {
    return connection.states.now();
  }

  @Override
  public PoolStatistics memory() {
    return connection.pool.statistics();
  }

  @Override
  public StreamStatistics statistics() {
    return connection.snapshot();
  }

  @Override
  public StreamSummary summary() {
    return end.summary();
  }

  /**
   * Ends the stream: tells the receiver, waiting no longer than two seconds, and frees everything.
   * A thread that is sending is interrupted in its wait. May be called by any thread and more than
   * once.
   */
  @Override
  public void close() {
    end.markClosing(Ended.CLOSED);
    feed.ifPresent(SourceFeed::close);
    end.close(Ended.CLOSED, PATIENCE, limit -> finish(Ended.CLOSED, limit));
  }

  private Ended sendAll(SourceFeed frames) {
    BooleanSupplier closing = end::isClosing;
    while (!end.isClosing()) {
      if (connection.statistics.frames() >= connection.options.frames()) {
        return Ended.FRAMES;
      }
      pace.await(closing);
      Optional<FrameAndData> next = frames.next();
      if (next.isEmpty()) {
        return end.isClosing() ? Ended.CLOSED : Ended.TERMINATED;
      }
      sendNext(next.get());
    }
    return Ended.CLOSED;
  }

  private void sendNext(FrameAndData next) {
    long before = connection.statistics.frames();
    try (Frame frame = next.frame();
        Reply reply = exchange(frame, next.data())) {
      if (connection.statistics.frames() > before) {
        onSent.accept(frame);
      }
      if (connection.options.bidirectional()) {
        onReply.accept(reply);
      }
    }
  }

  private Reply push(Frame frame, Optional<Object> data) {
    end.requireOpen();
    if (connection.options.latest()) {
      throw new ConfigurationException(
          "latest is for frames from a source: one that is pushed is sent at once, so leave latest"
              + " out to push");
    }
    try {
      if (connection.options.pattern().answers()) {
        return exchange(frame, data);
      }
      // without an answer nobody knows when the frame has left, so that its owner could not change
      // it
      try (Frame copy = frame.copy(connection.pool)) {
        return exchange(copy, data);
      }
    } catch (StreamTimeoutException | ProtocolException | TransportException lost) {
      end.fail(lost);
      throw lost;
    }
  }

  /** Where the receiver can still be talked to, it is told rather than left to its timeout. */
  private void endAfter(Throwable failure) {
    if (failure instanceof StreamTimeoutException
        || failure instanceof ProtocolException
        || failure instanceof TransportException) {
      end.fail(failure);
    } else {
      finish(end.isClosing() ? Ended.CLOSED : Ended.of(failure), connection.options.closeLimit());
    }
  }

  private Reply exchange(Frame frame, Optional<Object> data) {
    end.turn().lock();
    try {
      end.requireNotOver();
      return conversation.exchange(
          new Message.FrameMessage(frame, connection.options.bidirectional(), data));
    } finally {
      end.turn().unlock();
    }
  }

  private void finish(Ended reason, Duration limit) {
    end.finish(reason, () -> conversation.end(limit));
  }
}
