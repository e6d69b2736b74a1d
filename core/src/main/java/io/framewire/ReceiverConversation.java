package io.framewire;

import io.framewire.error.FramewireException;
import io.framewire.error.ProtocolException;
import io.framewire.spi.Transport;
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
 * confirmation. One thread.
 */
final class ReceiverConversation {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiverConversation.class);
  private static final String ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int ID_LENGTH = 8;

  private final Connection connection;
  private final StatisticsCollector statistics;
  private final ReplyQueue replies;
  private final Message acknowledgement;
  private final Message confirmation;

  ReceiverConversation(Connection connection, StatisticsCollector statistics, ReplyQueue replies) {
    this.connection = connection;
    this.statistics = statistics;
    this.replies = replies;
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
    Multipart parts =
        connection
            .transport
            .receive(connection.options.timeout())
            .orElseThrow(() -> connection.silence("no frame came"));
    long begun = System.nanoTime();
    Message message = connection.codec.decodeFromSender(parts);
    if (message instanceof Message.FrameMessage frame) {
      return Optional.of(accept(frame, begun));
    }
    confirmEnd();
    return Optional.empty();
  }

  private ReceivedFrame accept(Message.FrameMessage message, long begun) {
    try {
      if (connection.options.pattern().answers()) {
        answer(message);
      }
      long index = statistics.frames();
      statistics.frame(message.frame(), begun);
      return new ReceivedFrame(index, message.frame(), message.data());
    } catch (RuntimeException failure) {
      message.close();
      throw failure;
    }
  }

  private void answer(Message.FrameMessage frame) {
    boolean bidirectional = connection.options.bidirectional();
    if (!bidirectional) {
      say(acknowledgement, connection.options.timeout());
    } else {
      try (Message reply = replies.next()) {
        say(reply, connection.options.timeout());
      }
    }
    if (frame.bidirectional() != bidirectional) {
      throw new ProtocolException(
          bidirectional
              ? "bidirectional mode is on here but off at the sender: turn it on there too"
              : "bidirectional mode is on at the sender but off here: turn it on here too");
    }
  }

  private void confirmEnd() {
    if (!connection.options.pattern().answers()) {
      return;
    }
    try {
      say(confirmation, connection.options.closeLimit());
    } catch (FramewireException gone) {
      LOG.warn("the sender's end could not be confirmed: {}", gone.getMessage());
    }
  }

  private void say(Message message, Duration limit) {
    Multipart parts = connection.codec.encode(message, connection.pool);
    if (connection.transport.send(parts, limit) != Transport.Sent.YES) {
      throw connection.silence("no answer could be sent");
    }
  }
}
