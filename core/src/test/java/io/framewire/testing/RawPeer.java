package io.framewire.testing;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.wire.Message;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Optional;

/**
 * One end of a {@code mem://NAME} stream that says and hears single messages, and vanishes without
 * a word when it is closed. Used by one thread.
 */
public final class RawPeer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Role role;
  private final Transport transport;
  private final PlainCodec codec = new PlainCodec();

  /** Appears at once. */
  public RawPeer(MemLink link, Pattern pattern, Role role) {
    this.role = role;
    this.transport =
        new MemTransportProvider()
            .create(
                Requests.request(
                    link.endpoint(), pattern, role, role == Role.RECEIVER, FramePool.unpooled()));
  }

  /** Says something, which is closed. */
  public Transport.Sent say(Message message) {
    try (message) {
      return transport.send(codec.encode(message, FramePool.unpooled()), LIMIT);
    }
  }

  /** Says a frame, which is closed. */
  public Transport.Sent say(Frame frame) {
    return say(new Message.FrameMessage(frame, false, Optional.empty()));
  }

  /** Says that there are no more frames, and waits for the confirmation. */
  public void end() {
    say(new Message.End());
    if (!(hear() instanceof Message.EndConfirmation)) {
      throw new AssertionError("the end was answered with something else than its confirmation");
    }
  }

  /** Waits for a message, which the caller closes. */
  public Message hear() {
    return hear(LIMIT).orElseThrow(() -> new AssertionError("nothing came within " + LIMIT));
  }

  /** Waits so long for a message, which the caller closes. */
  public Optional<Message> hear(Duration limit) {
    Optional<Multipart> parts = transport.receive(limit);
    return parts.map(
        some ->
            role == Role.RECEIVER ? codec.decodeFromSender(some) : codec.decodeFromReceiver(some));
  }

  /** Leaves at once, and with it whatever is under way. */
  @Override
  public void close() {
    transport.close();
  }
}
