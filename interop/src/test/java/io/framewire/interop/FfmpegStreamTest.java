package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.spi.ReconnectPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams that Debian's ffmpeg sends over the loopback. */
@NeedsProgram(value = "ffmpeg", debianPackage = "ffmpeg")
class FfmpegStreamTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Map<String, String> QUICK = Map.of("ffmpeg.analyzeduration", "200000");

  private final FramePool pool = FramePool.unpooled();
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:%d/live.ts,''", "tcp://127.0.0.1:%d,?listen=1"})
  void streamThatIsKilledAndStartedAgainGoesOnWhenThatIsAskedFor(String place, String query)
      throws IOException {
    String url = String.format(place, FfmpegServer.freePort());
    String[] output =
        query.isEmpty()
            ? new String[] {"-f", "mpegts", "-listen", "1", url}
            : new String[] {"-f", "mpegts", url + query};
    ReconnectPolicy soon =
        ReconnectPolicy.STANDARD.withDelays(Duration.ofMillis(50), Duration.ofMillis(200));
    FfmpegServer server = FfmpegServer.start(folder, output);
    try (FrameSource source =
        opened(
            server,
            () -> FrameSources.builder(url).options(QUICK).reconnect(soon).noQueue().open())) {
      read(source, 20);
      assertThat(source.statistics().reconnects()).isZero();
      server.kill();
      server = FfmpegServer.start(folder, output);
      read(source, 200);
      assertThat(source.statistics().reconnects()).isPositive();
    } finally {
      server.close();
    }
  }

  @Test
  void streamOfDatagramsThatIsKilledIsAnErrorAfterTheTimeLimit() throws IOException {
    String url = "udp://127.0.0.1:" + FfmpegServer.freePort();
    try (FfmpegServer server = FfmpegServer.start(folder, "-f", "mpegts", url + "?pkt_size=1316");
        FrameSource source =
            FrameSources.open(
                url,
                Map.of("ffmpeg.analyzeduration", "200000", "CAP_PROP_READ_TIMEOUT_MSEC", "1000"))) {
      read(source, 20);
      assertThat(source.info().live()).isTrue();
      server.kill();
      assertThatThrownBy(() -> read(source, 1000))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining(url + " delivered nothing for 1.0 s");
    }
  }

  @ParameterizedTest
  @CsvSource({"tcp", "udp"})
  void streamIsTakenOverRtspBothWays(String transport) throws Exception {
    String url = "rtsp://127.0.0.1:" + FfmpegServer.freePort() + "/live";
    CompletableFuture<FrameSource> opening =
        CompletableFuture.supplyAsync(
            () -> FrameSources.open(url, Map.of("ffmpeg.rtsp_flags", "listen")));
    try (FfmpegServer server = sendingTo(url, transport, opening);
        FrameSource source = opening.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      read(source, 20);
      assertThat(source.info().metadata()).containsEntry("codec", "h264");
      assertThat(server.running()).isTrue();
    }
  }

  /** Has ffmpeg connect as soon as somebody listens. */
  private FfmpegServer sendingTo(String url, String transport, CompletableFuture<?> listening)
      throws IOException {
    while (true) {
      FfmpegServer sender =
          FfmpegServer.start(folder, "-f", "rtsp", "-rtsp_transport", transport, url);
      Awaitility.await()
          .atMost(LIMIT)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !sender.running() || listening.isDone());
      if (sender.running()) {
        return sender;
      }
      sender.close();
    }
  }

  /** Opens a source as soon as the server listens. */
  private static FrameSource opened(FfmpegServer server, Supplier<FrameSource> opener) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        return opener.get();
      } catch (SourceException notYet) {
        if (!server.running() || System.nanoTime() > end) {
          throw new AssertionError(server.toString(), notYet);
        }
      }
    }
  }

  private void read(FrameSource source, int frames) {
    for (int count = 0; count < frames; count++) {
      try (Frame frame = source.read(pool).orElseThrow()) {
        assertThat(frame.shape()).containsExactly(120, 160, 3);
      }
    }
  }
}
