package io.framewire.tck;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What the author of a source says about it, and how the rules get at one. */
abstract class SourceRules extends ProviderRules<FrameSourceProvider> {
  /** How many frames are read where it does not matter. */
  static final int SOME = 5;

  SourceRules() {
    super(FrameSourceProvider.class);
  }

  /**
   * A place that the provider opens here and now. It yields at least two frames.
   *
   * @return what a person would write
   */
  protected abstract String location();

  /**
   * A place that looks like one of the provider's and cannot be opened: a file that is missing, a
   * number out of range.
   *
   * @return what a person would write
   */
  protected abstract String badLocation();

  /**
   * What else the place needs.
   *
   * @return no options by default
   */
  protected Map<String, String> options() {
    return Map.of();
  }

  /**
   * How many frames it yields.
   *
   * @return empty, as by default, for a source that goes on until it is closed
   */
  protected OptionalInt frames() {
    return OptionalInt.empty();
  }

  /**
   * Opens the source. By default the provider does; where that is not available on this machine,
   * the rules that need it are skipped.
   *
   * @return a source that the kit closes
   */
  protected FrameSource open() {
    requireAvailable();
    return provider().create(new SourceRequest(location(), options()));
  }

  /**
   * Opens a source that soon has its reader wait, as a camera does. A source that never waits is as
   * good.
   *
   * @return {@link #open} by default
   */
  protected FrameSource openSlow() {
    return open();
  }

  /** Has a source looked at, within the time limit, and closes it. */
  final void with(BiConsumer<FrameSource, FramePool> look) {
    with(new FramePool(), look);
  }

  final void with(FramePool pool, BiConsumer<FrameSource, FramePool> look) {
    FrameSource source = patience().call("opening", this::open);
    try (pool) {
      patience().run("reading", () -> look.accept(source, pool));
    } finally {
      patience().run("close", source::close);
    }
  }

  /** The next frame; that the end is empty, not null, is a rule of its own. */
  static Optional<Frame> next(FrameSource source, FramePool pool) {
    Optional<Frame> next = source.read(pool);
    return next == null ? Optional.empty() : next;
  }

  /** Reads and closes so many frames, or all there are; returns their number. */
  static int read(FrameSource source, FramePool pool, int most, Consumer<Frame> look) {
    int count = 0;
    while (count < most) {
      Optional<Frame> next = next(source, pool);
      if (next.isEmpty()) {
        return count;
      }
      try (Frame frame = next.get()) {
        look.accept(frame);
      }
      count++;
    }
    return count;
  }

  static int read(FrameSource source, FramePool pool, int most) {
    return read(source, pool, most, frame -> {});
  }
}
