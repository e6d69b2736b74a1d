package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.error.FramewireException;
import io.framewire.error.ProtocolException;
import io.framewire.error.StreamTimeoutException;
import io.framewire.wire.Pattern;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bidirectional mode at one end only, the real vidgear at the other. */
@NeedsVidgear
class OneSidedModeTest {
  private static final PatternedFrames FRAMES = PatternedFrames.small(10, 41);
  private static final Duration SHORT = Duration.ofSeconds(2);

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "REQ_REP"})
  void aPlainReceiverNamesItselfToABidirectionalVidgearSender(Pattern pattern) {
    assertThatThrownBy(() -> receive(pattern, false, "--bidirectional"))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("on at the sender but off here");
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "REQ_REP"})
  void aBidirectionalReceiverNamesAPlainVidgearSender(Pattern pattern) {
    assertThatThrownBy(() -> receive(pattern, true))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("on here but off at the sender");
  }

  /** vidgear's receiver stops without an answer, so that its silence is all there is to go by. */
  @ParameterizedTest
  @EnumSource(names = {"PAIR", "REQ_REP"})
  void aBidirectionalSenderIsToldToLookAtTheModeWhereVidgearFallsSilent(Pattern pattern) {
    assertThatThrownBy(() -> send(pattern, true))
        .isInstanceOf(StreamTimeoutException.class)
        .hasMessageContaining("and bidirectional mode on");
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "REQ_REP"})
  void aPlainSenderIsToldToLookAtTheModeWhereVidgearFallsSilent(Pattern pattern) {
    assertThatThrownBy(() -> send(pattern, false, "--bidirectional"))
        .isInstanceOf(StreamTimeoutException.class)
        .hasMessageContaining("and bidirectional mode off");
  }

  private static void receive(Pattern pattern, boolean mode, String... options)
      throws FramewireException {
    try (FrameReceiver receiver =
            JavaEnds.receiverAt(pattern, "tcp://127.0.0.1:0").bidirectional(mode).build();
        VidgearPeer sender =
            VidgearPeer.sender(pattern, receiver.endpoint().toString(), FRAMES, options)) {
      sender.await("ready");
      receiver.run(received -> {});
    }
  }

  private static void send(Pattern pattern, boolean mode, String... options)
      throws FramewireException {
    try (VidgearPeer receiver = VidgearPeer.receiver(pattern, FRAMES, options);
        FrameSender sender =
            JavaEnds.sender(pattern, receiver.endpoint())
                .bidirectional(mode)
                .timeout(SHORT)
                .source(mode ? FRAMES.sourceWithData(index -> "data " + index) : FRAMES.source())
                .build()) {
      sender.run();
    }
  }
}
