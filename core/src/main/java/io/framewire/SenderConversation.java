package io.framewire;

import io.framewire.error.ConfigurationException;
import io.framewire.error.ProtocolException;
import io.framewire.error.RefusedMessageException;
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
 * The sender's half of the conversation: a frame and its answer, the end and its confirmation. What
 * a connection was lost with is said again on the next one. One thread at a time.
 */
final class SenderConversation {
  private static final Logger LOG = LoggerFactory.getLogger(SenderConversation.class);
  private static final long RETRY_NANOS = 2_000_000;

  private final Connection connection;
  private final Answers answers;

  SenderConversation(Connection connection) {
    this.connection = connection;
    this.answers = new Answers(connection);
  }

  /**
   * Sends a frame, which the message owns and keeps, and waits for its answer where the pattern has
   * one.
   */
  Reply exchange(Message.FrameMessage message) {
    long begun = System.nanoTime();
    long timeout = connection.options.timeout().toNanos();
    long renewals = connection.statistics.reconnects();
    Transport.Sent sent = send(message, begun + timeout);
    if (sent == Transport.Sent.TIMED_OUT) {
      throw connection.silence("no frame could be sent");
    }
    if (sent != Transport.Sent.YES) {
      connection.statistics.dropped();
    }
    if (sent == Transport.Sent.DROPPED) {
      return Reply.NONE;
    }
    // trouble never makes the wait longer than it would be without
    boolean smooth = connection.statistics.reconnects() == renewals;
    long deadline = (smooth ? System.nanoTime() : begun) + timeout;
    Reply reply =
        connection.options.pattern().answers() ? awaitReply(message, deadline) : Reply.NONE;
    connection.statistics.frame(message.frame(), begun);
    return reply;
  }

  /** Sends a message, on as many connections as it takes until a peer does not leave inside it. */
  private Transport.Sent send(Message message, long deadline) {
    do {
      Multipart parts = encode(message);
      try {
        answers.expect();
        Transport.Sent sent = connection.transport().send(parts, left(deadline));
        if (sent != Transport.Sent.LOST) {
          return sent;
        }
        connection.renew("the receiver left in the middle of a message", deadline);
      } catch (ProtocolException bad) {
        connection.survive(bad, deadline);
      }
    } while (System.nanoTime() < deadline);
    return Transport.Sent.TIMED_OUT;
  }

  /** What is larger than this end would take itself, the other end will hardly take. */
  private Multipart encode(Message message) {
    Multipart parts = connection.codec.encode(message, connection.pool);
    long limit = connection.options.link().maxMessageBytes();
    for (int index = 0; index < parts.parts().size(); index++) {
      Part part = parts.parts().get(index);
      if (part.size() > limit) {
        parts.close();
        throw new ConfigurationException(
            (message instanceof Message.FrameMessage frame ? frame.frame() : message)
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
          connection.transport().situation().words());
    }
    return told;
  }

  private Reply awaitReply(Message.FrameMessage message, long deadline) {
    Multipart answer;
    try {
      answer = awaitAnswer(message, deadline);
    } catch (RefusedMessageException refused) {
      connection.skipped.count(refused);
      return Reply.NONE;
    }
    try {
      Reply reply = understand(connection.codec.decodeFromReceiver(answer));
      connection.skipped.good();
      return reply;
    } catch (ProtocolException bad) {
      connection.skipped.count(bad);
      return Reply.NONE;
    }
  }

  private Multipart awaitAnswer(Message message, long deadline) {
    do {
      try {
        Optional<Multipart> answer = answers.look(deadline);
        if (answer.isPresent()) {
          return answer.get();
        }
        Optional<String> why = answers.hopeless();
        if (why.isPresent() && !sayAgain(message, why.get(), deadline)) {
          break;
        }
      } catch (RefusedMessageException refused) {
        throw refused;
      } catch (ProtocolException bad) {
        connection.leaveUnanswered();
        connection.survive(bad, deadline);
        send(message, deadline);
      }
    } while (System.nanoTime() < deadline);
    throw connection.silence("no answer to a frame");
  }

  private boolean sayAgain(Message message, String why, long deadline) {
    connection.requireCompatible();
    connection.leaveUnanswered();
    return connection.renew(why, deadline) && send(message, deadline) == Transport.Sent.YES;
  }

  private Reply understand(Message reply) {
    boolean bidirectional = connection.options.bidirectional();
    if (reply instanceof Message.Acknowledgement && !bidirectional) {
      return Reply.NONE;
    }
    if (reply instanceof Message.DataReply data && bidirectional) {
      return Reply.from(data);
    }
    if (reply instanceof Message.ArrayReply array && bidirectional) {
      return Reply.from(array);
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
    Message end = new Message.End();
    boolean said = send(end, deadline) == Transport.Sent.YES;
    while (said && System.nanoTime() < deadline) {
      Optional<Multipart> answer = answers.look(deadline);
      if (answer.isPresent()) {
        if (isConfirmation(answer.get())) {
          return true;
        }
        said = connection.mayHearLateAnswers();
      } else if (connection.options.reconnect()) {
        Optional<String> why = answers.hopeless();
        said = why.isEmpty() || sayAgain(end, why.get(), deadline);
      } else {
        said = somebodyIsThere();
      }
    }
    return false;
  }

  private boolean isConfirmation(Multipart answer) {
    try (Message reply = connection.codec.decodeFromReceiver(answer)) {
      return reply instanceof Message.EndConfirmation;
    }
  }

  private boolean somebodyIsThere() {
    return !connection.transport().situation().peerHasGone();
  }

  private boolean announce(long deadline) {
    Transport.Sent sent = send(new Message.End(), deadline);
    while (sent != Transport.Sent.YES && System.nanoTime() < deadline && somebodyIsThere()) {
      LockSupport.parkNanos(RETRY_NANOS);
      sent = send(new Message.End(), deadline);
    }
    return sent == Transport.Sent.YES;
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
  }
}
