package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.Ended;
import io.framewire.StreamSummary;
import io.framewire.wire.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsVidgear
class JavaToVidgearTest {
  private static final PatternedFrames FRAMES = PatternedFrames.small(40, 11);

  @ParameterizedTest
  @EnumSource
  void everyFrameArrivesBitForBitAndTheEndEndsBoth(Pattern pattern) {
    try (VidgearPeer receiver = VidgearPeer.receiver(pattern, FRAMES)) {
      StreamSummary summary = JavaEnds.send(pattern, receiver.endpoint(), FRAMES);
      assertThat(summary.ended()).isEqualTo(Ended.TERMINATED);
      assertThat(summary.endConfirmed()).isTrue();
      assertThat(receiver.ended()).as(receiver.tail()).isEqualTo("terminated");
      Arrivals.check(pattern, FRAMES, receiver.numbers());
    }
  }

  @ParameterizedTest
  @MethodSource("io.framewire.interop.FrameKinds#all")
  void arraysOfOtherKindsArriveBitForBit(PatternedFrames frames) {
    try (VidgearPeer receiver = VidgearPeer.receiver(Pattern.PAIR, frames)) {
      JavaEnds.send(Pattern.PAIR, receiver.endpoint(), frames);
      assertThat(receiver.ended()).as(receiver.tail()).isEqualTo("terminated");
      Arrivals.check(Pattern.PAIR, frames, receiver.numbers());
    }
  }
}
