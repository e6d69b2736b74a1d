package io.framewire;

import io.framewire.error.FramewireException;
import io.framewire.error.ProtocolException;
import io.framewire.error.RefusedMessageException;
import io.framewire.error.StreamTimeoutException;
import io.framewire.wire.Message;
import io.framewire.wire.Multipart;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiver's half of the conversation: a frame and the answer to it, the end and its
 * confirmation. One thread at a time.
 */
final class ReceiverConversation {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiverConversation.class);
  private static final String ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int ID_LENGTH = 8;
  private static final Duration SOON = Duration.ofMillis(100);

  private final Connection connection;
  private final Replies replies;
  private final Answerer answerer;
  private final Message acknowledgement;
  private final Message confirmation;
  private long arrived;
  private long arrivedNanos;

  ReceiverConversation(Connection connection, Replies replies) {
    this.connection = connection;
    this.replies = replies;
    this.answerer = new Answerer(connection);
    String id =
        new SecureRandom()
            .ints(ID_LENGTH, 0, ID_LETTERS.length())
            .mapToObj(index -> ID_LETTERS.substring(index, index + 1))
            .collect(Collectors.joining());
    this.acknowledgement = new Message.Acknowledgement("Data received on client: " + id + " !");
    this.confirmation = new Message.EndConfirmation("Client-`" + id + "` successfully terminated!");
  }

  /** Waits for the next frame and answers it; empty at the end of the stream. */
  Optional<ReceivedFrame> next() {
    long deadline = System.nanoTime() + connection.options.timeout().toNanos();
    do {
      Optional<Message> message = receive(deadline);
      if (message.isPresent() && message.get() instanceof Message.FrameMessage frame) {
        Optional<ReceivedFrame> received = accept(frame);
        if (received.isPresent()) {
          return received;
        }
      } else if (message.isPresent()) {
        connection.states.ending();
        confirmEnd();
        return Optional.empty();
      }
    } while (System.nanoTime() < deadline);
    throw connection.silence("no frame came");
  }

  /** The next message; empty if it was a bad one. */
  private Optional<Message> receive(long deadline) {
    Optional<Multipart> parts;
    try {
      Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
      parts = connection.transport().receive(left);
    } catch (RefusedMessageException refused) {
      answerer.asked();
      skip(refused);
      return Optional.empty();
    } catch (ProtocolException bad) {
      connection.survive(bad, deadline);
      return Optional.empty();
    }
    return Optional.of(parts.orElseThrow(() -> connection.silence("no frame came")))
        .flatMap(this::decode);
  }

  private Optional<Message> decode(Multipart parts) {
    arrivedNanos = System.nanoTime();
    answerer.asked();
    connection.heard();
    try {
      return Optional.of(connection.codec.decodeFromSender(parts));
    } catch (ProtocolException bad) {
      skip(bad);
      return Optional.empty();
    }
  }

  private void skip(ProtocolException bad) {
    connection.skipped.count(bad);
    if (connection.options.pattern().answers()) {
      answerBad();
    }
  }

  /** So that a sender that waits for each answer goes on; one that takes none is left alone. */
  private void answerBad() {
    try {
      answerer.say(emptyAnswer(), SOON);
    } catch (StreamTimeoutException ignored) {
      LOG.debug("a bad message was not answered: {}", ignored.getMessage());
    }
  }

  private Message emptyAnswer() {
    return connection.options.bidirectional()
        ? new Message.DataReply(Optional.empty())
        : acknowledgement;
  }

  /** Answers a frame; empty if it is none for this receiver. */
  private Optional<ReceivedFrame> accept(Message.FrameMessage message) {
    ReceivedFrame received =
        new ReceivedFrame(arrived, message.frame(), message.data(), arrivedNanos);
    if (connection.options.pattern().answers()) {
      if (message.bidirectional() != connection.options.bidirectional()) {
        refuse(received);
        return Optional.empty();
      }
      answer(received);
    }
    arrived++;
    connection.skipped.good();
    return Optional.of(received);
  }

  private void answer(ReceivedFrame received) {
    try {
      if (!connection.options.bidirectional()) {
        answerer.say(acknowledgement, connection.options.timeout());
        return;
      }
      try (Reply reply = replies.to(received)) {
        answerer.say(reply.message(), connection.options.timeout());
      }
    } catch (RuntimeException | Error failure) {
      received.close();
      throw failure;
    }
  }

  /** The sender is answered in this end's way, so that it sees for itself what is wrong. */
  private void refuse(ReceivedFrame received) {
    try (received) {
      answerBad();
    }
    connection.skipped.count(
        new ProtocolException(
            connection.options.bidirectional()
                ? "bidirectional mode is on here but off at the sender: turn it on there too"
                : "bidirectional mode is on at the sender but off here: turn it on here too"));
  }

  private void confirmEnd() {
    if (!connection.options.pattern().answers()) {
      return;
    }
    try {
      answerer.say(confirmation, connection.options.closeLimit());
    } catch (FramewireException gone) {
      LOG.warn("the sender's end could not be confirmed: {}", gone.getMessage());
    }
  }
}
