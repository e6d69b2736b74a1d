package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.checkFrame;
import static io.framewire.transport.zmq.Lab.frame;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PublishingTest {
  private static final int SIZE = 4_000_000;

  @RegisterExtension final Lab lab = new Lab();
  private final FramePool pool = new FramePool();

  @Test
  void waitsForTheFirstSubscriberUntilTheTimeout() {
    Transport sender = lab.binding(Pattern.PUB_SUB, Role.SENDER);
    assertThat(sender.send(text("frame"), Duration.ofMillis(50))).isEqualTo(Sent.TIMED_OUT);
    CompletableFuture<Sent> sent = Lab.background(() -> sender.send(text("frame"), LONG));
    Transport receiver = lab.connecting(Pattern.PUB_SUB, Role.RECEIVER, sender.endpoint());
    assertThat(receiveWord(receiver)).isEqualTo("frame");
    assertThat(sent.join()).isEqualTo(Sent.YES);
  }

  @Test
  void saysSoWhenItDropsAFrameForASlowSubscriber() {
    Transport receiver = lab.receiver(Pattern.PUB_SUB);
    Transport sender = lab.sender(Pattern.PUB_SUB, receiver.endpoint());
    receiver.receive(Lab.NOW);
    int sent = 0;
    int dropped = 0;
    for (int number = 0; number < 40; number++) {
      Sent result = sender.send(frame(pool, number, SIZE), LONG);
      receiver.situation();
      sent += result == Sent.YES ? 1 : 0;
      dropped += result == Sent.DROPPED ? 1 : 0;
    }
    assertThat(sent + dropped).isEqualTo(40);
    assertThat(dropped).isPositive();
    assertThat(receiveNumbers(receiver, sent)).hasSize(sent);
    assertThat(receiver.receive(Lab.NOW)).isEmpty();
  }

  @Test
  void aSlowSubscriberDoesNotCostAFastOneItsFrames() {
    Transport sender = lab.binding(Pattern.PUB_SUB, Role.SENDER);
    Transport slow = lab.connecting(Pattern.PUB_SUB, Role.RECEIVER, sender.endpoint());
    CompletableFuture<Sent> first = Lab.background(() -> sender.send(frame(pool, 0, SIZE), LONG));
    slow.receive(LONG).orElseThrow().close();
    first.join();
    Transport fast = lab.connecting(Pattern.PUB_SUB, Role.RECEIVER, sender.endpoint());
    await()
        .pollInSameThread()
        .until(
            () -> {
              sender.send(text("here"), LONG);
              return fast.receive(Duration.ofMillis(20)).isPresent();
            });
    int received = 0;
    for (int number = 1; number <= 40; number++) {
      sender.send(frame(pool, number, SIZE), LONG);
      try (Multipart message = receiveFrame(fast)) {
        assertThat(checkFrame(message)).isEqualTo(number);
        received++;
      }
    }
    assertThat(received).isEqualTo(40);
  }

  @Test
  void dropsAndSaysSoWhenTheLastSubscriberHasLeft() {
    Transport sender = senderWhoseSubscriberLeft();
    await().pollInSameThread().until(() -> sender.send(text("frame"), LONG) == Sent.DROPPED);
  }

  @Test
  void refusesTheNextFrameAfterTheTimeoutWithoutAnySubscriber() {
    Transport sender = senderWhoseSubscriberLeft();
    await()
        .pollInSameThread()
        .until(() -> sender.send(text("frame"), Duration.ofMillis(200)) == Sent.TIMED_OUT);
  }

  private Transport senderWhoseSubscriberLeft() {
    Transport sender = lab.binding(Pattern.PUB_SUB, Role.SENDER);
    Transport receiver = lab.connecting(Pattern.PUB_SUB, Role.RECEIVER, sender.endpoint());
    CompletableFuture<Sent> sent = Lab.background(() -> sender.send(text("frame"), LONG));
    assertThat(receiveWord(receiver)).isEqualTo("frame");
    sent.join();
    receiver.close();
    return sender;
  }

  private static Multipart receiveFrame(Transport receiver) {
    while (true) {
      Multipart message = receiver.receive(LONG).orElseThrow();
      if (message.parts().size() == 2) {
        return message;
      }
    }
  }

  private static Set<Integer> receiveNumbers(Transport receiver, int count) {
    Set<Integer> numbers = new TreeSet<>();
    for (int arrived = 0; arrived < count; arrived++) {
      try (Multipart frame = receiver.receive(LONG).orElseThrow()) {
        numbers.add(checkFrame(frame));
      }
    }
    return numbers;
  }
}
