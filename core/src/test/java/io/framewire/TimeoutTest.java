package io.framewire;

import static io.framewire.MemStream.pictures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ProtocolException;
import io.framewire.error.StreamTimeoutException;
import io.framewire.error.TransportException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeoutTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void endsASenderWithoutAReceiver(Pattern pattern) {
    MemStream stream = new MemStream(pattern);
    FrameSender sender = stream.sender().timeout(SHORT).source(pictures(3)).build();
    assertThatThrownBy(sender::run)
        .isInstanceOf(StreamTimeoutException.class)
        .hasMessageContaining("no frame could be sent within 0.05 s")
        .hasMessageContaining("nobody is at " + stream.link.endpoint())
        .hasMessageContaining("check that the receiver runs")
        .hasMessageContaining("pattern " + pattern.word(Role.RECEIVER));
    assertThat(sender.summary().ended()).isEqualTo(Ended.TIMEOUT);
    MemStream.assertNothingLent(sender.pool());
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void endsAReceiverWithoutASender(Pattern pattern) {
    MemStream stream = new MemStream(pattern);
    FrameReceiver receiver = stream.receiver().timeout(SHORT).build();
    assertThatThrownBy(receiver::next)
        .isInstanceOf(StreamTimeoutException.class)
        .hasMessageContaining("no frame came within 0.05 s")
        .hasMessageContaining("check that the sender runs")
        .hasMessageContaining("pattern " + pattern.word(Role.SENDER));
    assertThat(receiver.summary().ended()).isEqualTo(Ended.TIMEOUT);
    assertThat(receiver.next()).isEmpty();
    receiver.close();
    assertThat(receiver.summary().ended()).isEqualTo(Ended.TIMEOUT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Pattern.class,
      names = {"PAIR", "REQ_REP"})
  void endsAPushThatIsNotAnswered(Pattern pattern) {
    MemStream stream = new MemStream(pattern);
    FrameReceiver receiver = stream.receiver().build();
    try (FrameSender sender = stream.sender().timeout(Duration.ofMillis(400)).build();
        Frame frame = MemStream.picture(FramePool.unpooled(), 1)) {
      stream.link.drop(Role.RECEIVER, 1);
      assertThatThrownBy(() -> sender.send(frame))
          .isInstanceOf(StreamTimeoutException.class)
          .hasMessageContaining("no answer to a frame within 0.4 s");
      assertThatThrownBy(() -> sender.send(frame))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("ended (timeout)")
          .hasMessageContaining("build a new one");
    }
    receiver.close();
  }

  @Test
  void endsAPushIntoAFullQueue() {
    MemStream stream = new MemStream(Pattern.PUSH_PULL);
    FrameReceiver receiver = stream.receiver().build();
    try (FrameSender sender = stream.sender().highWaterMark(2).timeout(SHORT).build();
        Frame frame = MemStream.picture(FramePool.unpooled(), 1)) {
      sender.send(frame).close();
      sender.send(frame).close();
      assertThatThrownBy(() -> sender.send(frame)).isInstanceOf(StreamTimeoutException.class);
    }
    receiver.close();
  }

  @Test
  void countsWhatASlowSubscriberMissedAndGoesOn() {
    MemStream stream = new MemStream(Pattern.PUB_SUB);
    stream.link.hold(Role.RECEIVER);
    FrameReceiver receiver = stream.receiver().build();
    try (FrameSender sender = stream.sender().timeout(SHORT).build();
        Frame frame = MemStream.picture(FramePool.unpooled(), 1)) {
      for (int round = 0; round < 4; round++) {
        sender.send(frame).close();
      }
      assertThat(sender.statistics().frames()).isOne();
      assertThat(sender.statistics().dropped()).isEqualTo(3);
    }
    receiver.close();
  }

  @Test
  void isAProtocolErrorWhereThePeerSpeaksSomethingElse() {
    MemStream stream = new MemStream(Pattern.PAIR);
    stream.link.makeIncompatible();
    FrameReceiver receiver = stream.receiver().timeout(SHORT).build();
    FrameSender sender = stream.sender().timeout(SHORT).source(pictures(1)).build();
    stream.link.drop(Role.RECEIVER, 1);
    assertThatThrownBy(sender::run)
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("something else");
    assertThatThrownBy(receiver::next).isInstanceOf(ProtocolException.class);
    assertThat(sender.summary().ended()).isEqualTo(Ended.PROTOCOL);
    assertThat(receiver.summary().ended()).isEqualTo(Ended.PROTOCOL);
  }

  @Test
  void isNotWaitedForWhereTheConnectionBreaks() {
    MemStream stream = new MemStream(Pattern.PAIR);
    FrameReceiver receiver = stream.receiver().build();
    FrameSender sender = stream.sender().source(pictures(1)).build();
    stream.link.breakDown();
    assertThatThrownBy(sender::run)
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("broke");
    assertThatThrownBy(receiver::next).isInstanceOf(TransportException.class);
    assertThat(receiver.summary().ended()).isEqualTo(Ended.ERROR);
    MemStream.assertNothingLent(sender.pool());
  }

  @Test
  void endsAReceiverThatIsSentGarbage() {
    MemStream stream = new MemStream(Pattern.PUSH_PULL);
    FrameReceiver receiver = stream.receiver().build();
    stream.link.inject(Role.RECEIVER, new byte[] {'?', 1, 2});
    assertThatThrownBy(receiver::next).isInstanceOf(ProtocolException.class);
    assertThat(receiver.summary().ended()).isEqualTo(Ended.PROTOCOL);
  }
}
