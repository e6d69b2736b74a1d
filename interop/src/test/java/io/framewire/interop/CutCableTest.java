package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.StreamBuilder;
import io.framewire.StreamState;
import io.framewire.StreamStatistics;
import io.framewire.source.FrameSources;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cable that is cut: nothing comes any more, and nobody says that it will not. */
class CutCableTest {
  private static final Duration HEARTBEAT = Duration.ofMillis(1500);

  /** The limit, and as much again for a machine that is busy with other tests. */
  private static final Duration NOTICED = HEARTBEAT.multipliedBy(2);

  private static final Duration RESUMED = Duration.ofSeconds(30);
  private static final int SOME_FRAMES = 20;

  @ParameterizedTest
  @EnumSource
  void isNoticedAtBothEndsWithinTheHeartbeatAndTheStreamResumes(Pattern pattern)
      throws IOException {
    StateLog near = new StateLog();
    StateLog far = new StateLog();
    try (FrameReceiver receiver = receiver(pattern, far);
        PausingProxy cable = new PausingProxy(receiver.endpoint().port());
        FrameSender sender = sender(pattern, cable.endpoint(), near)) {
      receiver.start(received -> {});
      sender.start();
      awaitMore(receiver::statistics);
      cable.cut();
      near.await(StreamState.DISCONNECTED, 1, NOTICED);
      far.await(StreamState.DISCONNECTED, 1, NOTICED);
      cable.mend();
      awaitMore(receiver::statistics);
      awaitMore(sender::statistics);
      assertThat(near.count(StreamState.CONNECTED)).as(near.toString()).isGreaterThan(1);
    }
  }

  @Test
  @NeedsVidgear
  void towardsAVidgearReceiverIsNoticedTooAndTheStreamResumes() throws IOException {
    StateLog states = new StateLog();
    try (VidgearPeer receiver =
            VidgearPeer.receiver(Pattern.PAIR, PatternedFrames.small(0, 71), "--timeout=60");
        PausingProxy cable = new PausingProxy(port(receiver.endpoint()));
        FrameSender sender = sender(Pattern.PAIR, cable.endpoint(), states)) {
      sender.start();
      awaitMore(sender::statistics);
      cable.cut();
      states.await(StreamState.DISCONNECTED, 1, NOTICED);
      int arrived = receiver.frames().size();
      cable.mend();
      Awaitility.await("more frames at vidgear")
          .atMost(RESUMED)
          .until(() -> receiver.frames().size() > arrived + SOME_FRAMES);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "PUSH_PULL"})
  void betweenTwoNetworksIsNoticedAndTheStreamResumes(Pattern pattern) throws IOException {
    Optional<String> missing = NetworkNamespace.missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    StateLog near = new StateLog();
    String there = "receiver," + pattern + ",tcp://*:5555," + HEARTBEAT.toMillis();
    try (NetworkNamespace network = NetworkNamespace.open();
        SurvivorProcess receiver = new SurvivorProcess(network.prefix(), List.of(there));
        FrameSender sender = sender(pattern, "tcp://" + network.address() + ":5555", near)) {
      sender.start();
      receiver.awaitFrames(0, SOME_FRAMES, RESUMED);
      network.cut();
      near.await(StreamState.DISCONNECTED, 1, NOTICED);
      receiver.awaitState(StreamState.DISCONNECTED, NOTICED);
      long reached = receiver.status().count(0, "frames");
      network.mend();
      receiver.awaitFrames(0, reached + SOME_FRAMES, RESUMED);
      awaitMore(sender::statistics);
    }
  }

  private static void awaitMore(Supplier<StreamStatistics> statistics) {
    long before = statistics.get().frames();
    Awaitility.await("more frames than " + before)
        .atMost(RESUMED)
        .until(() -> statistics.get().frames() > before + SOME_FRAMES);
  }

  private static FrameReceiver receiver(Pattern pattern, StateLog states) {
    return options(FrameReceiver.builder(), pattern, states).at("tcp://127.0.0.1:0").build();
  }

  private static FrameSender sender(Pattern pattern, String endpoint, StateLog states) {
    return options(FrameSender.builder(), pattern, states)
        .to(endpoint)
        .source(FrameSources.open("test:64x48?fps=100"))
        .build();
  }

  private static <B extends StreamBuilder<B>> B options(
      B builder, Pattern pattern, StateLog states) {
    return builder
        .pattern(pattern)
        .timeout(Duration.ofSeconds(60))
        .heartbeat(HEARTBEAT)
        .reconnect(ReconnectPolicy.STANDARD)
        .onState(states);
  }

  private static int port(String endpoint) {
    return Endpoint.parse(endpoint).port();
  }
}
