package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Exchanges.LINGER;
import static io.framewire.transport.zmq.Exchanges.lastWord;
import static io.framewire.transport.zmq.Exchanges.sendAndClose;
import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.checkFrame;
import static io.framewire.transport.zmq.Lab.frame;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.TransportException;
import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloseTest {

  @RegisterExtension final Lab lab = new Lab();

  @ParameterizedTest
  @EnumSource
  void endsAWaitingReceiveWithinTheBound(Pattern pattern) {
    Transport receiver = lab.receiver(pattern);
    endsWithinTheBound(receiver, () -> receiver.receive(LONG));
  }

  @ParameterizedTest
  @EnumSource
  void endsASendThatHasNobodyToSendToWithinTheBound(Pattern pattern) {
    Transport sender = lab.binding(pattern, Role.SENDER);
    endsWithinTheBound(sender, () -> sender.send(text("frame"), LONG));
  }

  @Test
  void endsASendThatWaitsForASlowReceiverWithinTheBound() {
    Transport receiver = lab.receiver(Pattern.PUSH_PULL);
    Transport sender = lab.sender(Pattern.PUSH_PULL, receiver.endpoint());
    FramePool pool = new FramePool();
    endsWithinTheBound(
        sender,
        () -> {
          while (true) {
            sender.send(frame(pool, 1, 5_000_000), LONG);
          }
        });
  }

  @RepeatedTest(5)
  void canBeCalledByManyThreadsWhileTheTransportIsJustMade() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    Transport sender = lab.sender(Pattern.PAIR, receiver.endpoint());
    CompletableFuture<?>[] closes = new CompletableFuture<?>[4];
    for (int index = 0; index < closes.length; index++) {
      Transport one = index % 2 == 0 ? sender : receiver;
      closes[index] = Lab.background(() -> closed(one));
    }
    assertThat(CompletableFuture.allOf(closes)).succeedsWithin(Duration.ofSeconds(2));
    assertThatThrownBy(() -> sender.receive(LONG)).isInstanceOf(TransportException.class);
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.SECONDS)
  void isNotBrokenOffByAnInterrupt() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    Thread.currentThread().interrupt();
    receiver.close(LINGER);
    assertThat(Thread.interrupted()).as("interrupt kept for the caller").isTrue();
    await().untilAsserted(() -> assertThat(Lab.zmqThreads()).isZero());
  }

  @Test
  void anInterruptedThreadStopsWaitingAndStaysInterrupted() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> receiver.receive(LONG))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aThreadThatIsBeingStoppedCanStillSayTheEnd() {
    Transport receiver = lab.receiver(Pattern.PUSH_PULL);
    Transport sender = lab.sender(Pattern.PUSH_PULL, receiver.endpoint());
    Thread.currentThread().interrupt();
    assertThat(sender.send(text("end"), LONG)).isEqualTo(Sent.YES);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(receiveWord(receiver)).isEqualTo("end");
  }

  @Test
  void returnsEveryBufferToItsPool() {
    FramePool pool = new FramePool();
    Transport receiver = lab.receiver(Pattern.PUSH_PULL);
    Transport sender = lab.sender(Pattern.PUSH_PULL, receiver.endpoint());
    for (int number = 0; number < 5; number++) {
      sender.send(frame(pool, number, 100_000), LONG);
    }
    receiver.close();
    sender.close();
    assertThat(pool.statistics().lentBlocks()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"PUSH_PULL", "PUB_SUB"})
  void lingersUntilASlowReaderHasTheEnd(Pattern pattern) {
    FramePool pool = new FramePool();
    for (int round = 0; round < 10; round++) {
      Transport receiver = lab.receiver(pattern);
      Transport sender = lab.sender(pattern, receiver.endpoint());
      int size = 2_500_000 + round * 77_777;
      CompletableFuture<Object> sent = Lab.background(() -> sendAndClose(sender, pool, size));
      try (Multipart first = receiver.receive(LONG).orElseThrow()) {
        assertThat(checkFrame(first)).isZero();
      }
      assertThat(lastWord(receiver)).isEqualTo("end");
      assertThat(sent).succeedsWithin(Duration.ofSeconds(5));
      receiver.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "REQ_REP"})
  void deliversTheConfirmationThatIsSentJustBefore(Pattern pattern) {
    for (int round = 0; round < 10; round++) {
      Transport receiver = lab.receiver(pattern);
      Transport sender = lab.sender(pattern, receiver.endpoint());
      sender.send(text("end"), LONG);
      assertThat(receiveWord(receiver)).isEqualTo("end");
      receiver.send(text("seen"), LONG);
      receiver.close(LINGER);
      assertThat(receiveWord(sender)).isEqualTo("seen");
      sender.close();
    }
  }

  private static void endsWithinTheBound(Transport transport, Supplier<?> wait) {
    CompletableFuture<?> waiting = Lab.background(wait);
    await().until(() -> !waiting.isDone());
    CompletableFuture<?> closing = Lab.background(() -> closed(transport));
    assertThat(closing).succeedsWithin(Duration.ofSeconds(2));
    assertThat(waiting)
        .failsWithin(Duration.ofSeconds(1))
        .withThrowableThat()
        .withCauseInstanceOf(TransportException.class);
    assertThatThrownBy(() -> transport.receive(LONG)).isInstanceOf(TransportException.class);
  }

  private static Object closed(Transport transport) {
    transport.close();
    return "closed";
  }
}
