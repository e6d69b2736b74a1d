package io.framewire.transport.zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.Ended;
import io.framewire.FrameReceiver;
import io.framewire.FrameReceiverBuilder;
import io.framewire.FrameSender;
import io.framewire.ReceivedFrame;
import io.framewire.StreamSummary;
import io.framewire.error.ProtocolException;
import io.framewire.error.StreamTimeoutException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.spi.FrameSource;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sender and receiver over real sockets, with the codec that ships. */
class StreamTest {
  private static final int FRAMES = 25;

  @RegisterExtension final Lab lab = new Lab();

  @ParameterizedTest
  @EnumSource
  void carriesAStreamToItsEnd(Pattern pattern) {
    FrameReceiver receiver = lab.closeLater(receiver().pattern(pattern).build());
    CompletableFuture<StreamSummary> sending = start(pattern, receiver.endpoint());
    long count = 0;
    for (ReceivedFrame received : receiver) {
      check(received.frame());
      count++;
    }
    StreamSummary sent = sending.join();
    assertThat(receiver.summary().ended()).isEqualTo(Ended.TERMINATED);
    assertThat(sent.ended()).isEqualTo(Ended.TERMINATED);
    assertThat(count).isEqualTo(FRAMES - sent.statistics().dropped());
  }

  @Test
  void saysAtTheSenderWhichPatternTheReceiverHas() {
    FrameReceiver receiver = lab.closeLater(receiver().pattern(Pattern.REQ_REP).build());
    assertThatThrownBy(() -> start(Pattern.PAIR, receiver.endpoint()).join())
        .hasCauseInstanceOf(ProtocolException.class)
        .hasMessageContaining("has pattern rep, which does not fit pair");
  }

  @Test
  void timesOutAtTheReceiverAndSaysThatAPeerLeftInSilence() {
    FrameReceiver receiver = lab.closeLater(receiver().timeout(Duration.ofSeconds(1)).build());
    CompletableFuture<StreamSummary> sending = start(Pattern.REQ_REP, receiver.endpoint());
    assertThatThrownBy(receiver::next)
        .isInstanceOf(StreamTimeoutException.class)
        .hasMessageContaining("left without a word");
    assertThat(sending).failsWithin(Duration.ofSeconds(3));
  }

  private static FrameReceiverBuilder receiver() {
    return FrameReceiver.builder().codec("msgpack").transport("zmq").at("tcp://127.0.0.1:0");
  }

  private CompletableFuture<StreamSummary> start(Pattern pattern, Endpoint to) {
    AtomicInteger next = new AtomicInteger();
    FrameSource source =
        pool -> {
          int number = next.getAndIncrement();
          return number == FRAMES
              ? Optional.empty()
              : Optional.of(fill(pool.take(DType.UINT8, 480, 640, 3), number));
        };
    FrameSender sender =
        lab.closeLater(
            FrameSender.builder()
                .codec("msgpack")
                .transport("zmq")
                .to(to)
                .pattern(pattern)
                .source(source)
                .build());
    return sender.start().toCompletableFuture();
  }

  private static Frame fill(Frame frame, int number) {
    var bytes = frame.data();
    while (bytes.hasRemaining()) {
      bytes.put((byte) number);
    }
    return frame;
  }

  private static void check(Frame frame) {
    var bytes = frame.data();
    byte first = bytes.get(0);
    while (bytes.hasRemaining()) {
      if (bytes.get() != first) {
        throw new AssertionError("a byte of another frame at " + bytes.position());
      }
    }
  }
}
