package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.Ended;
import io.framewire.FrameReceiver;
import io.framewire.StreamSummary;
import io.framewire.error.StreamTimeoutException;
import io.framewire.wire.Pattern;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsVidgear
class VidgearToJavaTest {
  private static final PatternedFrames FRAMES = PatternedFrames.small(40, 12);

  /** vidgear's PUB and PUSH drop what is queued when they end, often the end message too. */
  private static final Duration LONGER_THAN_THE_SENDER_IDLES = Duration.ofSeconds(4);

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "REQ_REP"})
  void everyFrameArrivesBitForBitAndTheEndEndsBoth(Pattern pattern) {
    Arrivals arrivals = new Arrivals(FRAMES);
    try (FrameReceiver receiver = JavaEnds.receiver(pattern);
        VidgearPeer sender = VidgearPeer.sender(pattern, receiver.endpoint().toString(), FRAMES)) {
      sender.await("ready");
      StreamSummary summary = receiver.run(received -> arrivals.add(received.frame()));
      assertThat(summary.ended()).isEqualTo(Ended.TERMINATED);
      assertThat(sender.ended()).as(sender.tail()).isEqualTo("terminated");
    }
    Arrivals.check(pattern, FRAMES, arrivals.numbers());
  }

  @ParameterizedTest
  @EnumSource(names = {"PUB_SUB", "PUSH_PULL"})
  void framesArriveBitForBitWhereTheSenderMayLoseItsEnd(Pattern pattern) {
    Arrivals arrivals = new Arrivals(FRAMES);
    try (FrameReceiver receiver = JavaEnds.receiver(pattern, LONGER_THAN_THE_SENDER_IDLES);
        VidgearPeer sender =
            VidgearPeer.sender(
                pattern,
                receiver.endpoint().toString(),
                FRAMES,
                "--lead=0.5",
                "--pace=0.01",
                "--idle=1")) {
      sender.await("ready");
      assertThat(endOf(receiver, arrivals)).isIn(Ended.TERMINATED, Ended.TIMEOUT);
      assertThat(sender.ended()).as(sender.tail()).isEqualTo("terminated");
    }
    Arrivals.check(pattern, FRAMES, arrivals.numbers());
  }

  @ParameterizedTest
  @MethodSource("io.framewire.interop.FrameKinds#all")
  void arraysOfOtherKindsArriveBitForBit(PatternedFrames frames) {
    Arrivals arrivals = new Arrivals(frames);
    try (FrameReceiver receiver = JavaEnds.receiver(Pattern.PAIR);
        VidgearPeer sender =
            VidgearPeer.sender(Pattern.PAIR, receiver.endpoint().toString(), frames)) {
      sender.await("ready");
      receiver.run(received -> arrivals.add(received.frame()));
      assertThat(sender.ended()).as(sender.tail()).isEqualTo("terminated");
    }
    Arrivals.check(Pattern.PAIR, frames, arrivals.numbers());
  }

  private static Ended endOf(FrameReceiver receiver, Arrivals arrivals) {
    try {
      receiver.run(received -> arrivals.add(received.frame()));
    } catch (StreamTimeoutException endWasLost) {
      assertThat(receiver.summary().ended()).isEqualTo(Ended.TIMEOUT);
    }
    return receiver.summary().ended();
  }
}
