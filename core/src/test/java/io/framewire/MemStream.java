package io.framewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.frame.GarbageCollection;
import io.framewire.spi.FrameSource;
import io.framewire.testing.MemLink;
import io.framewire.wire.Pattern;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The two ends of a stream inside one program, not built yet. */
final class MemStream {
  static final int ROWS = 4;
  static final int COLUMNS = 1000;

  final MemLink link = MemLink.fresh();
  private final Pattern pattern;

  MemStream(Pattern pattern) {
    this.pattern = pattern;
  }

  FrameSenderBuilder sender() {
    return FrameSender.builder()
        .to(link.endpoint())
        .pattern(pattern)
        .codec("plain")
        .timeout(Duration.ofSeconds(3));
  }

  FrameReceiverBuilder receiver() {
    return FrameReceiver.builder()
        .at(link.endpoint())
        .pattern(pattern)
        .codec("plain")
        .timeout(Duration.ofSeconds(3));
  }

  /** A source of so many pictures, the n-th filled with n. */
  static FrameSource pictures(int count) {
    AtomicInteger next = new AtomicInteger();
    return FrameSource.of(
        pool ->
            next.get() == count
                ? Optional.empty()
                : Optional.of(picture(pool, next.getAndIncrement())));
  }

  static FrameSource endlessPictures() {
    return pictures(-1);
  }

  /** The same source, as one that may have data beside its frames. */
  static FrameSource yielding(FrameSource source) {
    return new FrameSource() {
      @Override
      public Optional<Frame> read(FramePool pool) {
        return source.read(pool);
      }

      @Override
      public boolean yieldsData() {
        return true;
      }

      @Override
      public Optional<Object> data() {
        return source.data();
      }

      @Override
      public void close() {
        source.close();
      }
    };
  }

  static Frame picture(FramePool pool, int value) {
    Frame frame = pool.take(DType.UINT8, ROWS, COLUMNS);
    paint(frame, value);
    return frame;
  }

  static void paint(Frame frame, int value) {
    ByteBuffer data = frame.data();
    while (data.hasRemaining()) {
      data.put((byte) value);
    }
  }

  /** What a picture is filled with, which must be the same everywhere. */
  static int valueOf(Frame frame) {
    ByteBuffer data = frame.data();
    byte value = data.get(0);
    while (data.hasRemaining()) {
      assertThat(data.get()).as("every byte of a frame is of the same picture").isEqualTo(value);
    }
    return value & 0xff;
  }

  static <T> T result(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  static void awaitNoThreads() {
    await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  /** Nothing is on loan, once memory that was abandoned has been collected. */
  static void assertNothingLent(FramePool pool) {
    if (pool.statistics().lentBlocks() > 0) {
      GarbageCollection.run();
    }
    assertThat(pool.statistics().lentBlocks()).isZero();
    assertThat(pool.statistics().lentBytes()).isZero();
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("framewire-") && !name.equals("framewire-cleaner"))
        .toList();
  }
}
