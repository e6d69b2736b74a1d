package io.framewire;

import io.framewire.error.ConfigurationException;
import io.framewire.error.ProtocolException;
import io.framewire.spi.Transport;
import io.framewire.wire.Message;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sender's half of the conversation: a frame and its answer, the end and its confirmation. One
 * thread at a time.
 */
final class SenderConversation {
  private static final Logger LOG = LoggerFactory.getLogger(SenderConversation.class);
  private static final Duration LOOK_FOR_PEER = Duration.ofMillis(100);
  private static final long RETRY_NANOS = 2_000_000;

  private final Connection connection;
  private final StatisticsCollector statistics;

  SenderConversation(Connection connection, StatisticsCollector statistics) {
    this.connection = connection;
    this.statistics = statistics;
  }

  /**
   * Sends a frame, which the message owns and keeps, and waits for its answer where the pattern has
   * one.
   */
  Reply exchange(Message.FrameMessage message) {
    long begun = System.nanoTime();
    Multipart parts = encode(message);
    Transport.Sent sent = connection.transport.send(parts, connection.options.timeout());
    if (sent == Transport.Sent.TIMED_OUT) {
      throw connection.silence("no frame could be sent");
    }
    if (sent != Transport.Sent.YES) {
      statistics.dropped();
    }
    if (sent == Transport.Sent.DROPPED) {
      return Reply.NONE;
    }
    Reply reply = connection.options.pattern().answers() ? awaitReply() : Reply.NONE;
    statistics.frame(message.frame(), begun);
    return reply;
  }

  /** What is larger than this end would take itself, the other end will hardly take. */
  private Multipart encode(Message.FrameMessage message) {
    Multipart parts = connection.codec.encode(message, connection.pool);
    long limit = connection.options.link().maxMessageBytes();
    for (Part part : parts.parts()) {
      if (part.size() > limit) {
        parts.close();
        throw new ConfigurationException(
            message.frame()
                + " takes "
                + part.size()
                + " bytes, more than maxMessageBytes, "
                + limit
                + ": raise it at both ends");
      }
    }
    return parts;
  }

  /** Tells the receiver that there are no more frames; true if it is certain to know. */
  boolean end(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean told =
        connection.options.pattern().answers() ? askForConfirmation(deadline) : announce(deadline);
    if (!told) {
      LOG.warn(
          "the end of the stream was not taken by the receiver within {} s: {}",
          limit.toMillis() / 1000.0,
          connection.transport.situation().words());
    }
    return told;
  }

  private Reply awaitReply() {
    Multipart answer =
        connection
            .transport
            .receive(connection.options.timeout())
            .orElseThrow(() -> connection.silence("no answer to a frame"));
    Message reply = connection.codec.decodeFromReceiver(answer);
    boolean bidirectional = connection.options.bidirectional();
    if (reply instanceof Message.Acknowledgement && !bidirectional) {
      return Reply.NONE;
    }
    if (reply instanceof Message.DataReply data && bidirectional) {
      return Reply.of(data);
    }
    if (reply instanceof Message.ArrayReply array && bidirectional) {
      return Reply.of(array);
    }
    try (reply) {
      throw unexpected(reply);
    }
  }

  private ProtocolException unexpected(Message reply) {
    if (reply instanceof Message.EndConfirmation) {
      return new ProtocolException(
          "the receiver confirmed an end that this sender had not announced");
    }
    return new ProtocolException(
        connection.options.bidirectional()
            ? "bidirectional mode is on here but off at the receiver: turn it on there too"
            : "bidirectional mode is on at the receiver but off here: turn it on here too");
  }

  private boolean askForConfirmation(long deadline) {
    if (send(new Message.End(), deadline) != Transport.Sent.YES) {
      return false;
    }
    while (System.nanoTime() < deadline) {
      Optional<Multipart> answer = connection.transport.receive(LOOK_FOR_PEER);
      if (answer.isPresent()) {
        try (Message reply = connection.codec.decodeFromReceiver(answer.get())) {
          return reply instanceof Message.EndConfirmation;
        }
      }
      if (!somebodyIsThere()) {
        return false;
      }
    }
    return false;
  }

  private boolean somebodyIsThere() {
    return !connection.transport.situation().peerHasGone();
  }

  private boolean announce(long deadline) {
    Transport.Sent sent = send(new Message.End(), deadline);
    while (sent != Transport.Sent.YES && System.nanoTime() < deadline && somebodyIsThere()) {
      LockSupport.parkNanos(RETRY_NANOS);
      sent = send(new Message.End(), deadline);
    }
    return sent == Transport.Sent.YES;
  }

  private Transport.Sent send(Message message, long deadline) {
    Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    return connection.transport.send(connection.codec.encode(message, connection.pool), left);
  }
}
