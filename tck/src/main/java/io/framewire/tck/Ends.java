package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.Block;
import io.framewire.frame.FramePool;
import io.framewire.spi.Situation;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two transports that are connected, each with a pool of its own. */
final class Ends implements AutoCloseable {
  final FramePool senderPool = new FramePool();
  final FramePool receiverPool = new FramePool();
  final Transport sender;
  final Transport receiver;
  final List<Situation.State> toldReceiver = new CopyOnWriteArrayList<>();
  private final TransportRules rules;
  private final Pattern pattern;

  Ends(TransportRules rules, Pattern pattern, Role binding, int maxReceived) {
    this.rules = rules;
    this.pattern = pattern;
    if (binding == Role.RECEIVER) {
      receiver = receiver(rules.endpoint(), true, maxReceived);
      sender = sender(receiver.endpoint(), false);
    } else {
      sender = sender(rules.endpoint(), true);
      receiver = receiver(sender.endpoint(), false, maxReceived);
    }
  }

  private Transport receiver(Endpoint at, boolean bind, int maxReceived) {
    return rules.open(
        pattern,
        Role.RECEIVER,
        at,
        bind,
        receiverPool,
        maxReceived,
        situation -> toldReceiver.add(situation.state()));
  }

  private Transport sender(Endpoint at, boolean bind) {
    return rules.open(
        pattern, Role.SENDER, at, bind, senderPool, TransportRules.MAX_MESSAGE_BYTES, told -> {});
  }

  /** A message of that number in one direction, and in patterns that answer one back. */
  void exchange(int number, int... sizes) {
    try (Multipart got = deliver(number, sizes)) {
      assertThat(got.parts()).as("parts").hasSize(sizes.length + 1);
      require(number, got);
    }
    answer(number);
  }

  /** Sends a message; returns it as it was received. */
  Multipart deliver(int number, int... sizes) {
    Multipart message = message(senderPool, number, sizes);
    Patience.Running<Sent> sending =
        rules.longPatience().start(() -> sender.send(message, rules.limit()));
    Optional<Multipart> got =
        rules.longPatience().call("receive", () -> receiver.receive(rules.limit()));
    assertThat(sending.get("send")).as("what became of message %d", number).isEqualTo(Sent.YES);
    assertThat(got.isPresent()).as("message %d has come", number).isTrue();
    return got.get();
  }

  void answer(int number) {
    if (pattern.answers()) {
      Multipart words = Multipart.of(Part.of(new byte[] {(byte) number, 'y'}));
      Sent sent = rules.longPatience().call("answering", () -> receiver.send(words, rules.limit()));
      assertThat(sent).as("what became of answer %d", number).isEqualTo(Sent.YES);
      Optional<Multipart> got =
          rules.longPatience().call("the answer", () -> sender.receive(rules.limit()));
      assertThat(got.isPresent()).as("answer %d has come", number).isTrue();
      try (Multipart answer = got.get()) {
        assertThat(Contents.of(answer.parts().get(0).bytes()))
            .as("answer %d", number)
            .containsExactly(number, 'y');
      }
    }
  }

  /** A message of a number, and of parts in a pool's memory of which each byte is that number. */
  static Multipart message(FramePool pool, int number, int... sizes) {
    Part[] parts = new Part[sizes.length + 1];
    parts[0] = Part.of(new byte[] {(byte) number});
    for (int index = 0; index < sizes.length; index++) {
      Block block = pool.takeBlock(sizes[index]);
      ByteBuffer bytes = block.slice(0, sizes[index]);
      bytes.put(filled(number, sizes[index])).rewind();
      parts[index + 1] = Part.of(bytes, block);
    }
    return Multipart.of(parts);
  }

  /** All of a message is of that number. */
  static void require(int number, Multipart message) {
    assertThat((int) message.parts().get(0).bytes().get(0)).as("number").isEqualTo(number);
    for (Part part : message.parts()) {
      ByteBuffer expected = ByteBuffer.wrap(filled(number, part.size()));
      assertThat(part.bytes().duplicate().rewind().mismatch(expected))
          .as("first byte of message %d that is not its own", number)
          .isNegative();
    }
  }

  private static byte[] filled(int number, int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }

  @Override
  public void close() {
    rules.close(sender);
    rules.close(receiver);
    senderPool.close();
    receiverPool.close();
  }
}
