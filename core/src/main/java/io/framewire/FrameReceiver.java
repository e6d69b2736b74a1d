package io.framewire;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.error.ProtocolException;
import io.framewire.error.StreamTimeoutException;
import io.framewire.error.TransportException;
import io.framewire.frame.Frame;
import io.framewire.frame.PoolStatistics;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Message;
import io.framewire.wire.Pattern;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The end that frames go to. There are three ways to take them, of which a receiver is used in one:
 *
 * <pre>{@code
 * try (FrameReceiver receiver = FrameReceiver.builder().at("tcp://*:5555").build()) {
 *   for (ReceivedFrame received : receiver) {
 *     look(received.frame());
 *   }
 * }
 * }</pre>
 *
 * a handler ({@link #run} or, on a thread of its own, {@link #start}), and a {@link
 * Flow.Publisher}. The stream ends when the sender says so, when the number of frames asked for is
 * reached, when this is closed, or with an exception. All methods may be called by any thread;
 * frames are received one at a time.
 */
public final class FrameReceiver implements Iterable<ReceivedFrame>, FrameStream {
  private final Connection connection;
  private final Replies replies;
  private final StreamEnd end;
  private final Intake intake;
  private final Optional<LatestFrames> latest;
  private final FrameIterator iterator = new FrameIterator(this);
  private final FramePublisher publisher = new FramePublisher(this);

  FrameReceiver(Connection connection, Replies replies) {
    this.connection = connection;
    this.replies = replies;
    this.end = new StreamEnd(connection);
    this.intake = new Intake(connection, new ReceiverConversation(connection, replies), end);
    this.latest =
        connection.options.latest()
            ? Optional.of(new LatestFrames(intake, connection.statistics, end))
            : Optional.empty();
  }

  /**
   * The options.
   *
   * @return a builder with the defaults: PAIR, bound to {@code tcp://*:5555}, a timeout of 15 s
   */
  public static FrameReceiverBuilder builder() {
    return new FrameReceiverBuilder();
  }

  /**
   * Waits for the next frame; where only the latest is wanted, for the first one newer than the one
   * before.
   *
   * @return a frame the caller owns and closes; empty when the stream is over
   * @throws StreamTimeoutException if none came in time; the stream is over
   * @throws ProtocolException if what came is no frame, or bidirectional mode is on at one end
   *     only, and bad messages are not skipped; or if the sender is incompatible; the stream is
   *     over
   * @throws FramewireException if the reply handler failed, with its exception as the cause; the
   *     stream is over
   * @throws TransportException if the transport failed
   */
  public Optional<ReceivedFrame> next() {
    return latest.isPresent() ? latest.get().next() : intake.next();
  }

  /**
   * The frames one after another. Each is valid until the next one is asked for, unless retained or
   * copied; the last one, where a loop is left early, until the same thread closes this receiver.
   *
   * @return an iterator over what is still to come, the same one each time; it throws what {@link
   *     #next} throws
   */
  @Override
  public Iterator<ReceivedFrame> iterator() {
    return iterator;
  }

  /**
   * Handles every frame on this thread until the stream is over, then closes this receiver.
   *
   * @param handler what to do with each
   * @return how it went
   * @throws FramewireException what {@link #next} throws, or with the handler's exception as its
   *     cause
   */
  public StreamSummary run(FrameHandler handler) {
    try (this) {
      for (Optional<ReceivedFrame> next = next(); next.isPresent(); next = next()) {
        try (ReceivedFrame received = next.get()) {
          handle(handler, received);
        }
      }
    }
    return end.summary();
  }

  /**
   * Does {@link #run} on a thread of its own.
   *
   * @param handler what to do with each frame
   * @return completes with how it went, or with what {@link #run} would have thrown
   */
  public CompletionStage<StreamSummary> start(FrameHandler handler) {
    return Background.start("framewire-receiver", () -> run(handler));
  }

  /**
   * The frames as a stream with back-pressure, for one subscriber, which owns each frame it is
   * given and closes it. Cancelling closes this receiver.
   *
   * @return the publisher, the same one each time; it completes at the end and signals as an error
   *     what {@link #next} throws
   */
  public Flow.Publisher<ReceivedFrame> publisher() {
    return publisher;
  }

  /**
   * Queues a reply in bidirectional mode: it answers the next frame to arrive that has none yet.
   *
   * @param data a plain value, of the types {@link Message} lists
   * @throws ConfigurationException if bidirectional mode is off, the builder was given a reply
   *     handler, or 256 replies are waiting
   * @throws TransportException if the stream is over
   */
  public void reply(Object data) {
    queue(Reply.of(data));
  }

  /**
   * Queues an array as a reply in bidirectional mode: it answers the next frame to arrive that has
   * none yet.
   *
   * @param array the array; stays the caller's, who closes it at any time but must not change it
   *     until it was sent
   * @throws ConfigurationException if bidirectional mode is off, the builder was given a reply
   *     handler, or 256 replies are waiting
   * @throws TransportException if the stream is over
   */
  public void reply(Frame array) {
    queue(Reply.of(array.retain()));
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
   * Ends the stream at this end and frees everything but frames still held. A thread that waits for
   * a frame gets an end of stream. May be called by any thread and more than once; takes two
   * seconds at most.
   */
  @Override
  public void close() {
    latest.ifPresent(LatestFrames::close);
    end.stop(Ended.CLOSED);
    replies.close();
    iterator.close();
  }

  /** Whether no more frames will come, as far as this end knows by itself. */
  boolean isOver() {
    return latest.map(LatestFrames::isOver).orElseGet(end::isOver) || intake.hasAllFrames();
  }

  private void queue(Reply reply) {
    try {
      replies.requireQueue();
      end.requireOpen();
    } catch (FramewireException refused) {
      reply.close();
      throw refused;
    }
    replies.queue(reply);
  }

  private void handle(FrameHandler handler, ReceivedFrame received) {
    try {
      handler.handle(received);
    } catch (TransportException failure) {
      if (!end.isClosing()) {
        end.stop(Ended.of(failure));
        throw failure;
      }
    } catch (FramewireException failure) {
      end.stop(Ended.of(failure));
      throw failure;
    } catch (Exception failure) {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      end.stop(Ended.of(failure));
      throw new FramewireException(
          "the handler failed on frame " + received.index() + ": " + failure, failure);
    }
  }
}
