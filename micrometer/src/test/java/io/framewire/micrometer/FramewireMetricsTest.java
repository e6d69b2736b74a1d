package io.framewire.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.StreamStatistics;
import io.framewire.StreamSummary;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceStatistics;
import io.framewire.wire.Pattern;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FramewireMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void metersOfBothEndsSayWhatTheirStatisticsSay() throws Exception {
    try (FrameReceiver receiver = receiver();
        FramewireMetrics receiving = FramewireMetrics.of("camera", receiver)) {
      receiving.bindTo(registry);
      assertThat(gauge("framewire.state", "state", "connecting")).isEqualTo(1);
      CompletionStage<StreamSummary> received = receiver.start(frame -> {});
      FrameSource source = FrameSources.open("test:64x48?fps=0");
      try (FrameSender sender =
              FrameSender.builder().to(receiver.endpoint()).frames(25).source(source).build();
          FramewireMetrics sending = FramewireMetrics.of("camera", sender)) {
        sending.bindTo(registry);
        sender.run();
        received.toCompletableFuture().get(30, TimeUnit.SECONDS);

        assertThat(counter("framewire.frames", "role", "receiver")).isEqualTo(25);
        assertThat(counter("framewire.frames", "role", "sender")).isEqualTo(25);
        assertThat(counter("framewire.transferred", "role", "receiver"))
            .isEqualTo(25 * 64 * 48 * 3);
        StreamStatistics statistics = sender.statistics();
        assertThat(gauge("framewire.latency", "role", "sender", "percentile", "99"))
            .isCloseTo(statistics.latencyP99().toNanos() / 1e9, within(1e-9))
            .isPositive();
        assertThat(gauge("framewire.latency", "role", "sender", "percentile", "50")).isPositive();
        assertThat(gauge("framewire.state", "role", "sender", "state", "ended")).isEqualTo(1);
        assertThat(gauge("framewire.state", "role", "sender", "state", "connected")).isZero();
        assertThat(counter("framewire.pool.allocations", "role", "sender")).isPositive();
        assertThat(gauge("framewire.pool.buffers", "role", "receiver", "use", "lent"))
            .isEqualTo(receiver.memory().lentBlocks());
        assertThat(counter("framewire.dropped", "role", "sender", "cause", "lost")).isZero();
        assertThat(counter("framewire.skipped", "role", "receiver")).isZero();
        assertThat(counter("framewire.reconnects", "role", "sender", "of", "connection")).isZero();
      }
    }
  }

  @Test
  void framesThatANewerOneReplacedAreDroppedForThatCause() throws Exception {
    try (FrameReceiver receiver = FrameReceiver.builder().at("tcp://127.0.0.1:0").latest().build();
        FrameSender sender =
            FrameSender.builder()
                .to(receiver.endpoint())
                .source(FrameSources.open("test:16x16?fps=0"))
                .build();
        FramewireMetrics metrics = FramewireMetrics.of("latest", receiver)) {
      metrics.bindTo(registry);
      sender.start();
      receiver.next().orElseThrow().close();
      await().until(() -> counter("framewire.dropped", "cause", "replaced") > 3);
      assertThat(counter("framewire.dropped", "cause", "lost")).isZero();
    }
  }

  @Test
  void closingTakesTheMetersOutOfEveryRegistry() {
    SimpleMeterRegistry other = new SimpleMeterRegistry();
    try (FrameReceiver receiver = receiver()) {
      FramewireMetrics metrics = FramewireMetrics.of("camera", receiver);
      metrics.bindTo(registry);
      metrics.bindTo(other);
      assertThat(registry.getMeters()).hasSize(19).hasSameSizeAs(other.getMeters());
      metrics.close();
      metrics.close();
      assertThat(registry.getMeters()).isEmpty();
      assertThat(other.getMeters()).isEmpty();
    }
  }

  @Test
  void aForgottenStreamIsNotHeld() {
    WeakReference<FrameReceiver> forgotten = bindAndForget();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              System.gc();
              return forgotten.get() == null;
            });
    assertThat(registry.getMeters()).isNotEmpty();
  }

  private WeakReference<FrameReceiver> bindAndForget() {
    FrameReceiver receiver = receiver();
    FramewireMetrics.of("camera", receiver).bindTo(registry);
    receiver.close();
    return new WeakReference<>(receiver);
  }

  @Test
  void aSourceHasMetersOfItsOwn() {
    FrameSource source =
        new FrameSource() {
          @Override
          public Optional<Frame> read(FramePool pool) {
            return Optional.empty();
          }

          @Override
          public SourceStatistics statistics() {
            return new SourceStatistics(3, 7);
          }
        };
    FramewireMetrics.of("clip", source).bindTo(registry);
    assertThat(counter("framewire.source.dropped", "stream", "clip")).isEqualTo(7);
    assertThat(counter("framewire.source.reconnects", "stream", "clip")).isEqualTo(3);
    assertThat(source).isNotNull();
  }

  @Test
  void aSourceThatCannotTellCostsNoScrapeAndNoCounterFalls() {
    PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    AtomicReference<Optional<SourceStatistics>> told =
        new AtomicReference<>(Optional.of(new SourceStatistics(3, 7)));
    FrameSource moody =
        new FrameSource() {
          @Override
          public Optional<Frame> read(FramePool pool) {
            return Optional.empty();
          }

          @Override
          public SourceStatistics statistics() {
            return told.get().orElseThrow(() -> new IllegalStateException("out of order"));
          }
        };
    try (FramewireMetrics metrics = FramewireMetrics.of("moody", moody);
        FrameReceiver receiver = receiver();
        FramewireMetrics others = FramewireMetrics.of("fine", receiver)) {
      metrics.bindTo(prometheus);
      others.bindTo(prometheus);
      String dropped = "framewire_source_dropped_frames_total{stream=\"moody\"} ";
      assertThat(prometheus.scrape()).contains(dropped + "7.0\n");
      told.set(Optional.empty());
      assertThat(prometheus.scrape()).contains(dropped + "7.0\n").contains("stream=\"fine\"");
      told.set(Optional.of(new SourceStatistics(3, 8)));
      assertThat(prometheus.scrape()).contains(dropped + "8.0\n");
    }
  }

  @Test
  void prometheusGetsNamesWithUnitsAsItHasThem() {
    PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (FrameReceiver receiver = receiver();
        FramewireMetrics metrics = FramewireMetrics.of("left \"eye\"", receiver)) {
      metrics.bindTo(prometheus);
      List<String> lines = prometheus.scrape().lines().toList();
      String tags = "pattern=\"pair\",role=\"receiver\",stream=\"left \\\"eye\\\"\"";
      assertThat(lines)
          .contains(
              "# TYPE framewire_frames_total counter",
              "framewire_frames_total{" + tags + "} 0.0",
              "framewire_transferred_bytes_total{" + tags + "} 0.0",
              "# TYPE framewire_state gauge",
              "framewire_state{pattern=\"pair\",role=\"receiver\",state=\"connecting\",stream=\"left"
                  + " \\\"eye\\\"\"} 1.0")
          .anyMatch(line -> line.startsWith("framewire_dropped_frames_total{cause=\"lost\""))
          .anyMatch(line -> line.startsWith("framewire_skipped_messages_total{"))
          .anyMatch(line -> line.startsWith("framewire_reconnects_total{of=\"source\""))
          .anyMatch(line -> line.startsWith("framewire_latency_seconds{"))
          .anyMatch(line -> line.startsWith("framewire_pool_memory_bytes{"))
          .anyMatch(line -> line.startsWith("framewire_pool_allocations_buffers_total{"));
    }
  }

  private static FrameReceiver receiver() {
    return FrameReceiver.builder().at("tcp://127.0.0.1:0").pattern(Pattern.PAIR).build();
  }

  private double gauge(String name, String... tags) {
    return registry.get(name).tags(tags).gauge().value();
  }

  private double counter(String name, String... tags) {
    Meter counter = registry.get(name).tags(tags).functionCounter();
    return ((FunctionCounter) counter).count();
  }
}
