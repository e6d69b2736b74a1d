package io.framewire.cli;

import io.framewire.FrameStream;
import io.framewire.frame.Frame;
import io.framewire.micrometer.FramewireMetrics;
import io.framewire.spi.FrameSource;
import io.framewire.web.FrameServer;
import io.framewire.web.FrameServerBuilder;
import io.framewire.web.StreamView;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.Optional;

/**
 * The page in the browser, with what Prometheus asks for at {@code /metrics}; or none, where none
 * was asked for.
 */
final class HttpPage implements AutoCloseable {
  private final Optional<Served> served;
  private volatile Optional<StreamView> shown = Optional.empty();

  private HttpPage(Optional<Served> served) {
    this.served = served;
  }

  static HttpPage none() {
    return new HttpPage(Optional.empty());
  }

  static HttpPage open(FrameServerBuilder builder) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    FrameServer server = builder.metrics(registry::scrape).build();
    return new HttpPage(Optional.of(new Served(server, registry)));
  }

  URI uri() {
    return served.orElseThrow().server().uri();
  }

  /** From here on the page has that stream, whose frames {@link #show} is given. */
  void watch(String name, FrameStream stream) {
    served.ifPresent(
        page -> {
          FramewireMetrics.of(name, stream).bindTo(page.registry());
          shown = Optional.of(page.server().view(name, stream));
        });
  }

  /** Shows a frame of the stream that is watched. */
  void show(Frame frame) {
    shown.ifPresent(view -> view.show(frame));
  }

  /** A place on the page for the frames of a source. */
  StreamView view(String name, FrameSource source) {
    Served page = served.orElseThrow();
    FramewireMetrics.of(name, source).bindTo(page.registry());
    return page.server().view(name).watch(source);
  }

  @Override
  public void close() {
    served.ifPresent(
        page -> {
          page.server().close();
          page.registry().close();
        });
  }

  private record Served(FrameServer server, PrometheusMeterRegistry registry) {}
}
