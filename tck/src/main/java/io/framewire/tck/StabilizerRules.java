package io.framewire.tck;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Stabilizer;
import io.framewire.spi.StabilizerProvider;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What the author of a stabilizer says about it, and how the rules get at one. */
abstract class StabilizerRules extends ProviderRules<StabilizerProvider> {
  /** More than a stabilizer should hold back. */
  static final int MANY = 60;

  static final int SOME = 5;

  private static final int HEIGHT = 96;
  private static final int WIDTH = 128;
  private static final int DARKEST = 10;
  private static final int STEP = 3;

  StabilizerRules() {
    super(StabilizerProvider.class);
  }

  /**
   * Settings for the stabilizer.
   *
   * @return none by default
   */
  protected Map<String, String> options() {
    return Map.of();
  }

  /**
   * How many frames it holds back.
   *
   * @return empty, as by default, where that is not fixed
   */
  protected OptionalInt delay() {
    return OptionalInt.empty();
  }

  /**
   * A frame that it takes. By default all of a frame is of one grey, a little lighter than that of
   * the one before; that shows the order, and nothing to track.
   *
   * @param number which frame it is, from 0
   * @param pool where its memory comes from
   * @return a frame whose middle is the lighter the higher the number
   */
  protected Frame frame(int number, FramePool pool) {
    Frame frame = pool.take(DType.UINT8, HEIGHT, WIDTH, 3);
    byte[] grey = new byte[frame.byteSize()];
    Arrays.fill(grey, (byte) (DARKEST + STEP * number));
    frame.data().put(grey);
    return frame;
  }

  /** The middle of a picture. */
  static int middle(Frame frame) {
    ByteBuffer pixels = frame.data();
    int row = pixels.capacity() / frame.dimension(0);
    return pixels.get(frame.dimension(0) / 2 * row + row / 2) & 0xff;
  }

  final Stabilizer create() {
    requireAvailable();
    return provider().create(options());
  }

  /** Has a stabilizer looked at, within the time limit, and closes it. */
  final void with(BiConsumer<Stabilizer, FramePool> look) {
    with(new FramePool(), look);
  }

  final void with(FramePool pool, BiConsumer<Stabilizer, FramePool> look) {
    Stabilizer stabilizer = patience().call("making a stabilizer", this::create);
    try (pool) {
      patience().run("stabilizing", () -> look.accept(stabilizer, pool));
    } finally {
      patience().run("close", stabilizer::close);
    }
  }

  /** Passes so many frames through, and has each that comes out looked at and closed. */
  final void pass(Stabilizer stabilizer, FramePool pool, int frames, Consumer<Frame> look) {
    for (int number = 0; number < frames; number++) {
      stabilizer.stabilize(frame(number, pool), pool).ifPresent(steady -> close(steady, look));
    }
    Optional<Frame> rest = stabilizer.flush(pool);
    while (rest.isPresent()) {
      close(rest.get(), look);
      rest = stabilizer.flush(pool);
    }
  }

  private static void close(Frame frame, Consumer<Frame> look) {
    try (frame) {
      look.accept(frame);
    }
  }
}
