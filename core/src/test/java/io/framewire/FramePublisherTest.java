package io.framewire;

import static io.framewire.MemStream.awaitNoThreads;
import static io.framewire.MemStream.pictures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ProtocolException;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FramePublisherTest {
  private static final int ENDLESSLY = -1;

  private final MemStream stream = new MemStream(Pattern.PAIR);
  private final FrameReceiver receiver = stream.receiver().build();
  private final NotingSubscriber subscriber = new NotingSubscriber();
  private final List<FrameSender> senders = new ArrayList<>();

  @AfterEach
  void close() {
    receiver.close();
    stream.link.breakDown();
    senders.forEach(FrameSender::close);
    subscriber.closeFrames();
    awaitNoThreads();
  }

  @Test
  void deliversWhatWasAskedForAndNoMore() {
    send(stream, ENDLESSLY);
    receiver.publisher().subscribe(subscriber);
    subscriber.request(3);
    subscriber.awaitFrames(3);
    await().until(() -> stream.link.waiting(Role.RECEIVER) == 1);
    assertThat(subscriber.values()).containsExactly(0, 1, 2);
    subscriber.request(1);
    subscriber.request(1);
    subscriber.awaitFrames(5);
    receiver.close();
  }

  @Test
  void leavesEveryFrameToItsSubscriber() {
    send(stream, 4);
    receiver.publisher().subscribe(subscriber);
    subscriber.request(Long.MAX_VALUE);
    subscriber.request(Long.MAX_VALUE);
    subscriber.awaitEnd();
    assertThat(subscriber.completions()).isOne();
    assertThat(subscriber.failure()).isEmpty();
    assertThat(subscriber.values()).containsExactly(0, 1, 2, 3);
    assertThat(receiver.summary().ended()).isEqualTo(Ended.TERMINATED);
  }

  @Test
  void refusesASecondSubscriber() {
    receiver.publisher().subscribe(subscriber);
    NotingSubscriber second = new NotingSubscriber();
    receiver.publisher().subscribe(second);
    second.awaitEnd();
    assertThat(second.failure()).get().isInstanceOf(IllegalStateException.class);
    second.request(1);
    second.cancel();
    assertThat(receiver.isOver()).isFalse();
  }

  @Test
  void endsWithAnErrorWhenNothingIsAskedFor() {
    receiver.publisher().subscribe(subscriber);
    subscriber.request(0);
    subscriber.awaitEnd();
    assertThat(subscriber.failure())
        .get()
        .isInstanceOf(IllegalArgumentException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .contains("request(0)");
    await().until(receiver::isOver);
  }

  @Test
  void stopsWhenItIsCancelled() {
    send(stream, ENDLESSLY);
    receiver.publisher().subscribe(subscriber);
    subscriber.cancelAfter(2);
    subscriber.request(Long.MAX_VALUE);
    await().until(receiver::isOver);
    assertThat(subscriber.values()).containsExactly(0, 1);
    assertThat(subscriber.completions()).isZero();
    assertThat(subscriber.failure()).isEmpty();
  }

  @Test
  void stopsWhenItIsCancelledWhileWaitingForAFrame() {
    receiver.publisher().subscribe(subscriber);
    subscriber.request(1);
    subscriber.cancel();
    subscriber.cancel();
    awaitNoThreads();
    assertThat(subscriber.completions()).isZero();
    assertThat(subscriber.failure()).isEmpty();
  }

  @Test
  void completesASubscriberThatNeverAskedWhenTheReceiverIsClosed() {
    receiver.publisher().subscribe(subscriber);
    receiver.close();
    subscriber.awaitEnd();
    awaitNoThreads();
    assertThat(subscriber.completions()).isOne();
  }

  @Test
  void completesASubscriberThatAskedForExactlyTheLimit() {
    MemStream limited = new MemStream(Pattern.PUSH_PULL);
    try (FrameReceiver two = limited.receiver().frames(2).build()) {
      send(limited, 2);
      two.publisher().subscribe(subscriber);
      subscriber.request(2);
      subscriber.awaitEnd();
      assertThat(subscriber.completions()).isOne();
      assertThat(subscriber.values()).containsExactly(0, 1);
    }
  }

  @Test
  void signalsWhatTheReceiverThrows() {
    receiver.publisher().subscribe(subscriber);
    stream.link.inject(Role.RECEIVER, new byte[] {'?'});
    subscriber.request(1);
    subscriber.awaitEnd();
    assertThat(subscriber.failure()).get().isInstanceOf(ProtocolException.class);
    assertThat(subscriber.completions()).isZero();
  }

  @Test
  void signalsWhatTheSubscriberItselfThrew() {
    send(stream, 1);
    receiver.publisher().subscribe(subscriber);
    subscriber.throwOnNext(new IllegalStateException("mine"));
    subscriber.request(1);
    subscriber.awaitEnd();
    assertThat(subscriber.failure()).get().extracting(Throwable::getMessage).isEqualTo("mine");
  }

  private void send(MemStream to, int pictures) {
    FrameSender sender = to.sender().source(pictures(pictures)).build();
    senders.add(sender);
    sender.start();
  }
}
