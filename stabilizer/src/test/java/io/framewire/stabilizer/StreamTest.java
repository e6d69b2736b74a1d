package io.framewire.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.ReceivedFrame;
import io.framewire.StreamSummary;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.testing.MemLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Stabilizers at either end of a stream. */
class StreamTest {
  private static final int FRAMES = 60;

  private final MemLink link = MemLink.fresh();

  @Test
  void aSourceIsStabilizedBeforeItIsSent() throws Exception {
    List<PathPoint> path = new ArrayList<>();
    try (Clip clip = new Clip(160, 120);
        FrameReceiver receiver =
            FrameReceiver.builder().at(link.endpoint()).codec("plain").build();
        FrameSource steady =
            clip.source(FRAMES).stabilized(Stabilizers.asw().onPath(path::add).build());
        FrameSender sender =
            FrameSender.builder().to(link.endpoint()).codec("plain").source(steady).build()) {
      CompletionStage<StreamSummary> sent = sender.start();
      int received = 0;
      for (ReceivedFrame frame : receiver) {
        assertThat(frame.frame().shape()).containsExactly(120, 160, 3);
        received++;
      }
      assertThat(received).isEqualTo(FRAMES);
      assertThat(path).hasSize(FRAMES);
      assertThat(sent.toCompletableFuture().get(10, TimeUnit.SECONDS).statistics().frames())
          .isEqualTo(FRAMES);
    }
  }

  @Test
  void aReceiverPassesFramesThroughAStabilizer() throws Exception {
    List<PathPoint> path = new ArrayList<>();
    try (Clip clip = new Clip(160, 120);
        FrameReceiver receiver =
            FrameReceiver.builder().at(link.endpoint()).codec("plain").build();
        FrameSource steady =
            FrameSource.of(pool -> receiver.next().map(ReceivedFrame::frame))
                .stabilized(Stabilizers.online().onPath(path::add).build());
        FramePool pool = new FramePool();
        FrameSender sender =
            FrameSender.builder()
                .to(link.endpoint())
                .codec("plain")
                .source(clip.source(FRAMES))
                .build()) {
      CompletionStage<StreamSummary> sent = sender.start();
      int received = 0;
      for (Optional<Frame> next = steady.read(pool); next.isPresent(); next = steady.read(pool)) {
        next.get().close();
        received++;
      }
      assertThat(received).isEqualTo(FRAMES);
      assertThat(path).hasSize(FRAMES);
      assertThat(sent.toCompletableFuture().get(10, TimeUnit.SECONDS).statistics().frames())
          .isEqualTo(FRAMES);
    }
  }
}
