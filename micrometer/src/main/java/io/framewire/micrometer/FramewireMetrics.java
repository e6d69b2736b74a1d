package io.framewire.micrometer;

import io.framewire.FrameStream;
import io.framewire.spi.FrameSource;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The statistics of one stream or source as meters:
 *
 * <pre>{@code
 * try (FrameReceiver receiver = FrameReceiver.builder().build();
 *     FramewireMetrics metrics = FramewireMetrics.of("camera", receiver)) {
 *   metrics.bindTo(registry);
 *   receiver.run(frame -> look(frame));
 * }
 * }</pre>
 *
 * <p>Nothing is done for a frame: what streams count anyway is read when the registry asks. Meters
 * hold on to the stream weakly, as Micrometer's do, so a forgotten one is still collected; {@link
 * #close} takes the meters out of the registry. All methods may be called by any thread.
 *
 * <p>Every meter has the tag {@code stream}, those of a stream also {@code role} ({@code sender},
 * {@code receiver}) and {@code pattern} ({@code pair}, {@code req_rep}, {@code pub_sub}, {@code
 * push_pull}):
 *
 * <table>
 * <caption>Meters of a stream</caption>
 * <tr><th>name, unit</th><th>kind</th><th>what</th></tr>
 * <tr><td>{@code framewire.frames}, frames</td><td>counter</td>
 *   <td>frames sent, or received and handed out</td></tr>
 * <tr><td>{@code framewire.transferred}, bytes</td><td>counter</td><td>their elements</td></tr>
 * <tr><td>{@code framewire.dropped}, frames</td><td>counter, by {@code cause}</td>
 *   <td>{@code lost}, with a connection; {@code replaced}, by a newer one or for want of
 *   room</td></tr>
 * <tr><td>{@code framewire.skipped}, messages</td><td>counter</td><td>bad messages that were
 *   skipped</td></tr>
 * <tr><td>{@code framewire.reconnects}</td><td>counter, by {@code of}</td><td>{@code connection},
 *   made anew; {@code source}, opened anew</td></tr>
 * <tr><td>{@code framewire.latency}, seconds</td><td>gauge, by {@code percentile}</td>
 *   <td>{@code 50} and {@code 99}, over the whole stream, as {@link
 *   io.framewire.StreamStatistics} means it</td></tr>
 * <tr><td>{@code framewire.state}</td><td>gauge, by {@code state}</td><td>1 for the one of {@link
 *   io.framewire.StreamState} the stream is in, 0 for the others</td></tr>
 * <tr><td>{@code framewire.pool.buffers}, buffers</td><td>gauge, by {@code use}</td><td>{@code
 *   lent} and {@code idle}</td></tr>
 * <tr><td>{@code framewire.pool.memory}, bytes</td><td>gauge, by {@code use}</td><td>their
 *   size</td></tr>
 * <tr><td>{@code framewire.pool.allocations}, buffers</td><td>counter</td><td>buffers that had to
 *   be allocated</td></tr>
 * </table>
 *
 * <p>A source has {@code framewire.source.dropped}, frames, and {@code
 * framewire.source.reconnects}. A sender's own meters have what its source says already.
 */
public final class FramewireMetrics implements MeterBinder, AutoCloseable {
  private final Consumer<MeterSet> meters;
  private final List<Bound> bound = new ArrayList<>();

  private FramewireMetrics(Consumer<MeterSet> meters) {
    this.meters = meters;
  }

  /**
   * The meters of a sender or receiver.
   *
   * @param name what the tag {@code stream} says, another for each stream
   * @param stream the sender or receiver; stays the caller's
   * @return the meters, which the caller closes with the stream
   */
  public static FramewireMetrics of(String name, FrameStream stream) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(stream, "stream");
    return new FramewireMetrics(set -> StreamMeters.register(set, name, stream));
  }

  /**
   * The meters of a source that no sender has.
   *
   * @param name what the tag {@code stream} says, another for each source
   * @param source the source; stays the caller's
   * @return the meters, which the caller closes with the source
   */
  public static FramewireMetrics of(String name, FrameSource source) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    return new FramewireMetrics(
        set ->
            set.with(Tags.of("stream", name))
                .counter(
                    "framewire.source.dropped",
                    "frames",
                    "frames read, and replaced by a newer one",
                    source,
                    now -> now.statistics().dropped())
                .counter(
                    "framewire.source.reconnects",
                    "",
                    "how often the source was opened anew",
                    source,
                    now -> now.statistics().reconnects()));
  }

  /**
   * Registers the meters. May be done with several registries.
   *
   * @param registry where to
   */
  @Override
  public void bindTo(MeterRegistry registry) {
    MeterSet set = new MeterSet(registry);
    meters.accept(set);
    synchronized (bound) {
      set.meters().forEach(meter -> bound.add(new Bound(registry, meter)));
    }
  }

  /** Takes the meters out of all registries they were bound to. The stream is left as it is. */
  @Override
  public void close() {
    synchronized (bound) {
      bound.forEach(one -> one.registry().remove(one.meter()));
      bound.clear();
    }
  }

  private record Bound(MeterRegistry registry, Meter meter) {}
}
