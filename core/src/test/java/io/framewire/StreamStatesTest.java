package io.framewire;

import static io.framewire.MemStream.awaitNoThreads;
import static io.framewire.MemStream.pictures;
import static io.framewire.MemStream.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.TransportException;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.spi.Situation;
import io.framewire.testing.RawPeer;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamStatesTest {
  private final MemStream stream = new MemStream(Pattern.PAIR);
  private final List<String> states = new CopyOnWriteArrayList<>();

  @AfterEach
  void noThreadIsLeft() {
    awaitNoThreads();
  }

  @Test
  void followAStreamFromItsOpeningToItsEnd() {
    FrameReceiver receiver = stream.receiver().onState(this::note).build();
    awaitStates("CONNECTING");
    CompletionStage<StreamSummary> receiving = receiver.start(received -> {});
    stream.sender().source(pictures(3)).build().run();
    result(receiving);
    awaitStates("CONNECTING", "CONNECTED", "ENDED terminated");
  }

  @Test
  void canBeAskedForAtAnyTimeAtBothEnds() {
    FrameReceiver receiver = stream.receiver().build();
    assertThat(receiver.status())
        .isEqualTo(new StreamStatus(StreamState.CONNECTING, "the stream opens"));
    FrameSender sender = stream.sender().build();
    CompletionStage<StreamSummary> receiving = receiver.start(received -> {});
    await().until(() -> sender.status().state() == StreamState.CONNECTED);
    assertThat(List.<FrameStream>of(sender, receiver))
        .allSatisfy(end -> assertThat(end.pattern()).isEqualTo(Pattern.PAIR))
        .allSatisfy(end -> assertThat(end.memory().lentBlocks()).isZero());
    sender.close();
    result(receiving);
    assertThat(receiver.status()).isEqualTo(new StreamStatus(StreamState.ENDED, "terminated"));
    assertThat(sender.status()).isEqualTo(new StreamStatus(StreamState.ENDED, "closed"));
  }

  @Test
  void tellOfAPeerThatLeavesAndComesBackOnlyWhatChanges() {
    FrameReceiver receiver = stream.receiver().onState(this::note).build();
    for (int life = 0; life < 2; life++) {
      new RawPeer(stream.link, Pattern.PAIR, Role.SENDER).close();
    }
    report(Situation.State.RETRYING);
    report(Situation.State.RETRYING);
    report(Situation.State.WAITING);
    report(Situation.State.INCOMPATIBLE);
    report(Situation.State.CONNECTED);
    receiver.close();
    receiver.close();
    report(Situation.State.DISCONNECTED);
    awaitStates(
        "CONNECTING",
        "CONNECTED",
        "DISCONNECTED",
        "CONNECTED",
        "DISCONNECTED",
        "RETRYING",
        "CONNECTED",
        "ENDED closed");
  }

  @Test
  void showARenewalAsRetrying() {
    FrameSender sender =
        stream
            .sender()
            .reconnect(ReconnectPolicy.STANDARD)
            .onState(this::note)
            .source(pictures(2))
            .build();
    CompletionStage<StreamSummary> sending = sender.start();
    try (RawPeer receiver = new RawPeer(stream.link, Pattern.PAIR, Role.RECEIVER)) {
      receiver.hear().close();
    }
    await().until(() -> stream.link.requests(Role.SENDER).size() == 2);
    // the one that was given up has nothing more to say
    stream
        .link
        .requests(Role.SENDER)
        .get(0)
        .listener()
        .accept(situation(Situation.State.CONNECTED));
    awaitStates("CONNECTING", "CONNECTED", "DISCONNECTED", "RETRYING");
    try (FrameReceiver receiver = stream.receiver().build()) {
      receiver.run(received -> {});
    }
    result(sending);
    awaitStates(
        "CONNECTING", "CONNECTED", "DISCONNECTED", "RETRYING", "CONNECTED", "ENDED terminated");
  }

  @Test
  void endWithTheReasonWhereTheStreamFails() {
    FrameSender sender =
        stream
            .sender()
            .timeout(Duration.ofMillis(50))
            .onState(this::note)
            .source(pictures(1))
            .build();
    assertThatThrownBy(sender::run).isInstanceOf(RuntimeException.class);
    awaitStates("CONNECTING", "ENDED timeout");
  }

  @Test
  void endWhereTheStreamCannotEvenBegin() {
    stream.link.refuseTransports(1);
    assertThatThrownBy(() -> stream.receiver().onState(this::note).build())
        .isInstanceOf(TransportException.class);
    awaitStates("CONNECTING", "ENDED error");
  }

  @Test
  void survivesAListenerThatThrows() {
    FrameReceiver receiver =
        stream
            .receiver()
            .onState(
                (state, words) -> {
                  note(state, words);
                  throw new IllegalStateException("on purpose");
                })
            .build();
    receiver.close();
    awaitStates("CONNECTING", "ENDED closed");
  }

  @Test
  void waitForNoListener() {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch stuck = new CountDownLatch(1);
    FrameReceiver receiver =
        stream
            .receiver()
            .onState(
                (state, words) -> {
                  first.countDown();
                  awaitUninterrupted(stuck);
                  note(state, words);
                })
            .build();
    awaitUninterrupted(first);
    CompletionStage<StreamSummary> receiving = receiver.start(received -> {});
    for (int change = 0; change < 500; change++) {
      report(change % 2 == 0 ? Situation.State.DISCONNECTED : Situation.State.CONNECTED);
    }
    stream.sender().source(pictures(3)).build().run();
    assertThat(result(receiving).statistics().frames()).isEqualTo(3);
    long begun = System.nanoTime();
    receiver.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    assertThat(states).isEmpty();
    stuck.countDown();
    await().untilAsserted(() -> assertThat(states).contains("ENDED terminated"));
    assertThat(states).startsWith("CONNECTING").endsWith("ENDED terminated");
    assertThat(states).hasSizeBetween(3, 66);
  }

  @Test
  void needNoThreadWhereNobodyListens() {
    FrameReceiver receiver = stream.receiver().build();
    awaitNoThreads();
    receiver.close();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(StreamState state, String words) {
    assertThat(Thread.currentThread().getName()).isEqualTo("framewire-states");
    assertThat(Thread.currentThread().isDaemon()).isTrue();
    assertThat(words).isNotBlank();
    states.add(state == StreamState.ENDED ? "ENDED " + words : state.name());
  }

  private void report(Situation.State state) {
    stream.link.report(Role.RECEIVER, situation(state));
  }

  private static Situation situation(Situation.State state) {
    return new Situation(state, "as reported");
  }

  private void awaitStates(String... expected) {
    await().untilAsserted(() -> assertThat(states).containsExactly(expected));
  }
}
