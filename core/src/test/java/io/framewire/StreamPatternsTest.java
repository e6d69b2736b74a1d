package io.framewire;

import static io.framewire.MemStream.assertNothingLent;
import static io.framewire.MemStream.awaitNoThreads;
import static io.framewire.MemStream.pictures;
import static io.framewire.MemStream.result;
import static io.framewire.MemStream.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamPatternsTest {
  private static final int FRAMES = 50;

  private final List<Integer> received = Collections.synchronizedList(new ArrayList<>());

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void carriesASourceFromEndToEnd(Pattern pattern) {
    MemStream stream = new MemStream(pattern);
    FrameReceiver receiver = stream.receiver().build();
    CompletionStage<StreamSummary> receiving = receiver.start(this::note);
    FrameSender sender = stream.sender().source(pictures(FRAMES)).build();
    StreamSummary sent = sender.run();
    StreamSummary taken = result(receiving);

    assertThat(sent.ended()).isEqualTo(Ended.TERMINATED);
    assertThat(sent.endConfirmed()).isTrue();
    assertThat(taken.ended()).isEqualTo(Ended.TERMINATED);
    assertThat(taken.endConfirmed()).isTrue();
    assertThat(sent.statistics().frames() + sent.statistics().dropped()).isEqualTo(FRAMES);
    assertThat(taken.statistics().frames()).isEqualTo(sent.statistics().frames());
    assertThat(taken.statistics().bytes()).isEqualTo(sent.statistics().bytes());
    assertThat(taken.statistics().shape()).containsExactly(MemStream.ROWS, MemStream.COLUMNS);
    assertThat(taken.statistics().dtype()).contains(DType.UINT8);
    assertInOrder(pattern, sent);
    assertNothingLent(sender.pool());
    awaitNoThreads();
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void letsTheCallerChangeAPushedFrameAtOnce(Pattern pattern) {
    MemStream stream = new MemStream(pattern);
    FrameReceiver receiver = stream.receiver().build();
    CompletionStage<StreamSummary> receiving = receiver.start(this::note);
    FrameSender sender = stream.sender().build();
    try (Frame frame = sender.pool().take(DType.UINT8, MemStream.ROWS, MemStream.COLUMNS)) {
      for (int value = 0; value < FRAMES; value++) {
        MemStream.paint(frame, value);
        sender.send(frame).close();
        MemStream.paint(frame, 255);
      }
    }
    sender.close();
    StreamSummary sent = sender.summary();
    result(receiving);

    assertThat(sent.ended()).isEqualTo(Ended.CLOSED);
    assertThat(sent.endConfirmed()).isTrue();
    assertInOrder(pattern, sent);
    assertNothingLent(sender.pool());
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void sendsRetainedForwardedAndPartialFramesToo(Pattern pattern) {
    MemStream stream = new MemStream(pattern);
    FrameReceiver receiver = stream.receiver().build();
    CompletionStage<StreamSummary> receiving = receiver.start(this::note);
    try (FrameSender sender = stream.sender().build();
        Frame whole = MemStream.picture(FramePool.unpooled(), 7);
        Frame elsewhere = whole.retain();
        Frame rows = elsewhere.rows(1, 3)) {
      sender.send(whole).close();
      sender.send(rows).close();
      assertThat(valueOf(whole)).isEqualTo(7);
    }
    result(receiving);
    assertThat(received).isNotEmpty().containsOnly(7);
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void worksWithTheEndsTurnedRound(Pattern pattern) {
    MemStream stream = new MemStream(pattern);
    FrameSender sender = stream.sender().bind().source(pictures(3)).build();
    CompletionStage<StreamSummary> sending = sender.start();
    FrameReceiver receiver = stream.receiver().connect().build();
    receiver.run(this::note);
    assertThat(result(sending).endConfirmed()).isTrue();
    assertThat(receiver.endpoint()).isEqualTo(sender.endpoint());
    assertThat(pattern.word(Role.SENDER)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void endsAnEmptyStream(Pattern pattern) {
    MemStream stream = new MemStream(pattern);
    CompletionStage<StreamSummary> receiving = stream.receiver().build().start(this::note);
    StreamSummary sent = stream.sender().source(pictures(0)).build().run();
    assertThat(sent.endConfirmed()).isTrue();
    assertThat(result(receiving).ended()).isEqualTo(Ended.TERMINATED);
    assertThat(received).isEmpty();
    assertThat(sent.statistics().shape()).isEmpty();
    assertThat(sent.statistics().framesPerSecond()).isZero();
    assertThat(sent.statistics().bytesPerSecond()).isZero();
  }

  private void assertInOrder(Pattern pattern, StreamSummary sent) {
    assertThat(received)
        .hasSize((int) sent.statistics().frames())
        .isSorted()
        .doesNotHaveDuplicates();
    if (pattern != Pattern.PUB_SUB) {
      assertThat(received).isEqualTo(IntStream.range(0, FRAMES).boxed().toList());
    }
  }

  private void note(ReceivedFrame frame) {
    assertThat(frame.index()).isEqualTo(received.size());
    received.add(valueOf(frame.frame()));
  }
}
