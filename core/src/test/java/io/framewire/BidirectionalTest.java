package io.framewire;

import static io.framewire.MemStream.picture;
import static io.framewire.MemStream.pictures;
import static io.framewire.MemStream.result;
import static io.framewire.MemStream.valueOf;
import static io.framewire.MemStream.yielding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.ProtocolException;
import io.framewire.error.TransportException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameAndData;
import io.framewire.spi.FrameSource;
import io.framewire.wire.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BidirectionalTest {
  @ParameterizedTest
  @EnumSource(
      value = Pattern.class,
      names = {"PAIR", "REQ_REP"})
  void carriesDataWithFramesAndValuesArraysAndNothingBack(Pattern pattern) {
    MemStream stream = new MemStream(pattern);
    FrameReceiver receiver = stream.receiver().bidirectional(true).build();
    List<Object> data = new ArrayList<>();
    CompletionStage<StreamSummary> receiving =
        receiver.start(
            received -> {
              received.data().ifPresent(data::add);
              answerTheNext(receiver, received.index());
            });
    try (FrameSender sender = stream.sender().bidirectional(true).build();
        Frame frame = picture(FramePool.unpooled(), 5)) {
      try (Reply none = sender.send(frame, "first")) {
        assertThat(none.data()).isEmpty();
        assertThat(none.array()).isEmpty();
        assertThat(none).hasToString("nothing");
      }
      try (Reply value = sender.send(frame, 2L)) {
        assertThat(value.data()).contains("pan left");
        assertThat(value).hasToString("pan left");
      }
      try (Reply array = sender.send(frame)) {
        assertThat(array.array().map(MemStream::valueOf)).contains(77);
        assertThat(array).hasToString("Frame |u1[4, 1000]");
      }
    }
    result(receiving);
    assertThat(data).containsExactly("first", 2L);
  }

  private static void answerTheNext(FrameReceiver receiver, long index) {
    if (index == 0) {
      receiver.reply("pan left");
    } else if (index == 1) {
      try (Frame array = picture(FramePool.unpooled(), 77)) {
        receiver.reply(array);
      }
    }
  }

  @Test
  void sendsWhatASourceHasToSayAndHandsItsRepliesOn() {
    MemStream stream = new MemStream(Pattern.PAIR);
    FrameReceiver receiver = stream.receiver().bidirectional(true).build();
    List<Object> data = new ArrayList<>();
    CompletionStage<StreamSummary> receiving =
        receiver.start(
            received -> {
              data.add(received.data().orElseThrow());
              receiver.reply("to " + received.index());
            });
    AtomicInteger next = new AtomicInteger();
    FrameSource source =
        FrameSource.withData(
            pool ->
                next.get() == 3
                    ? Optional.empty()
                    : Optional.of(
                        new FrameAndData(picture(pool, 0), "data " + next.getAndIncrement())));
    List<String> replies = new ArrayList<>();
    FrameSender sender =
        stream
            .sender()
            .bidirectional(true)
            .source(source)
            .onReply(reply -> replies.add(reply.toString()))
            .build();
    sender.run();
    result(receiving);
    assertThat(data).containsExactly("data 0", "data 1", "data 2");
    assertThat(replies).containsExactly("nothing", "to 0", "to 1");
  }

  @Test
  void namesTheReceiverWhereOnlyTheSenderIsInTheMode() {
    MemStream stream = new MemStream(Pattern.PAIR);
    CompletionStage<StreamSummary> receiving = stream.receiver().build().start(received -> {});
    FrameSender sender = stream.sender().bidirectional(true).source(yielding(pictures(3))).build();
    assertThatThrownBy(sender::run)
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("on here but off at the receiver");
    assertThatThrownBy(() -> result(receiving))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ProtocolException.class)
        .hasMessageContaining("on at the sender but off here");
    assertThat(sender.summary().ended()).isEqualTo(Ended.PROTOCOL);
  }

  @Test
  void namesTheSenderWhereOnlyTheReceiverIsInTheMode() {
    MemStream stream = new MemStream(Pattern.REQ_REP);
    FrameReceiver receiver = stream.receiver().bidirectional(true).build();
    try (Frame array = picture(FramePool.unpooled(), 77)) {
      receiver.reply(array);
    }
    CompletionStage<StreamSummary> receiving = receiver.start(received -> {});
    FrameSender sender = stream.sender().source(pictures(3)).build();
    assertThatThrownBy(sender::run)
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("on at the receiver but off here");
    assertThatThrownBy(() -> result(receiving))
        .hasCauseInstanceOf(ProtocolException.class)
        .hasMessageContaining("on here but off at the sender");
  }

  @Test
  void isRefusedAtOnceWhereItIsOff() {
    MemStream stream = new MemStream(Pattern.PAIR);
    try (FrameSender sender = stream.sender().build();
        FrameReceiver receiver = stream.receiver().build();
        Frame frame = picture(FramePool.unpooled(), 5)) {
      assertThatThrownBy(() -> sender.send(frame, "data"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("turn it on in the builder");
      assertThatThrownBy(() -> receiver.reply("data"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("turn it on in the builder");
      assertThatThrownBy(() -> receiver.reply(frame)).isInstanceOf(ConfigurationException.class);
      assertThat(valueOf(frame)).isEqualTo(5);
      stream.link.breakDown();
    }
  }

  @Test
  void doesNotEndAPushWhoseDataHasNoPlaceOnTheWire() {
    MemStream stream = new MemStream(Pattern.PAIR);
    CompletionStage<StreamSummary> receiving =
        stream.receiver().bidirectional(true).build().start(received -> {});
    try (FrameSender sender = stream.sender().bidirectional(true).build();
        Frame frame = picture(FramePool.unpooled(), 5)) {
      assertThatThrownBy(() -> sender.send(frame, 1.5f)).isInstanceOf(ConfigurationException.class);
      sender.send(frame, "fine").close();
    }
    assertThat(result(receiving).statistics().frames()).isOne();
  }

  @Test
  void letsGoOfRepliesThatNobodyFetched() {
    MemStream stream = new MemStream(Pattern.PAIR);
    FrameReceiver receiver = stream.receiver().bidirectional(true).build();
    try (Frame array = picture(FramePool.unpooled(), 77)) {
      for (int round = 0; round < 256; round++) {
        receiver.reply(array);
      }
      assertThatThrownBy(() -> receiver.reply(array))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("256 replies are waiting");
      receiver.close();
      assertThatThrownBy(() -> receiver.reply(array))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("ended (closed)");
    }
  }
}
