package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.Ended;
import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.error.StreamTimeoutException;
import io.framewire.wire.Pattern;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsVidgear
class MissingPeerTest {
  private static final PatternedFrames FRAMES = PatternedFrames.small(1_000_000, 13);
  private static final Duration SHORT = Duration.ofMillis(1_500);
  private static final String SHORT_SECONDS = "--timeout=1.5";

  @ParameterizedTest
  @EnumSource
  void aJavaSenderWithoutReceiverTimesOut(Pattern pattern) throws IOException {
    try (FrameSender sender = sender(pattern, "tcp://127.0.0.1:" + freePort())) {
      assertThatThrownBy(sender::run).isInstanceOf(StreamTimeoutException.class);
      assertThat(sender.summary().ended()).isEqualTo(Ended.TIMEOUT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aJavaReceiverWithoutSenderTimesOut(Pattern pattern) {
    try (FrameReceiver receiver = JavaEnds.receiver(pattern, SHORT)) {
      assertThatThrownBy(() -> receiver.run(received -> {}))
          .isInstanceOf(StreamTimeoutException.class);
      assertThat(receiver.summary().ended()).isEqualTo(Ended.TIMEOUT);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "REQ_REP"})
  void aJavaSenderWhoseVidgearReceiverDiesTimesOut(Pattern pattern) {
    try (VidgearPeer receiver = VidgearPeer.receiver(pattern, FRAMES);
        FrameSender sender = sender(pattern, receiver.endpoint())) {
      var summary = sender.start().toCompletableFuture();
      receiver.await("frame");
      receiver.kill();
      assertThatThrownBy(summary::get).hasCauseInstanceOf(StreamTimeoutException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aJavaReceiverWhoseVidgearSenderDiesTimesOut(Pattern pattern) {
    try (FrameReceiver receiver = JavaEnds.receiver(pattern, SHORT);
        VidgearPeer sender =
            VidgearPeer.sender(pattern, receiver.endpoint().toString(), FRAMES, "--pace=0.01")) {
      sender.await("ready");
      assertThatThrownBy(() -> receiver.run(received -> sender.kill()))
          .isInstanceOf(StreamTimeoutException.class);
      assertThat(receiver.statistics().frames()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aVidgearReceiverWithoutSenderTimesOut(Pattern pattern) {
    try (VidgearPeer receiver = VidgearPeer.receiver(pattern, FRAMES, SHORT_SECONDS)) {
      assertThat(receiver.ended()).isEqualTo("timeout");
    }
  }

  @Test
  void aVidgearSenderWhoseJavaReceiverIsGoneTimesOut() {
    try (FrameReceiver receiver =
            FrameReceiver.builder().at("tcp://127.0.0.1:0").frames(1).build();
        VidgearPeer sender =
            VidgearPeer.sender(
                Pattern.PAIR, receiver.endpoint().toString(), FRAMES, SHORT_SECONDS)) {
      sender.await("ready");
      receiver.run(received -> {});
      assertThat(sender.ended()).isEqualTo("timeout");
    }
  }

  private static FrameSender sender(Pattern pattern, String endpoint) {
    return FrameSender.builder()
        .to(endpoint)
        .pattern(pattern)
        .timeout(SHORT)
        .source(FRAMES.source())
        .build();
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }
}
