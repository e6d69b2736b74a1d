package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.framewire.error.FramewireException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How a source comes to its end: by itself, by a close, by an interrupt. */
abstract class SourceEndRules extends SourceFrameRules {
  private static final int ENOUGH = 3;

  @Test
  void yieldsAsManyFramesAsThereAre() {
    frames()
        .ifPresent(
            all ->
                with(
                    (source, pool) ->
                        assertThat(read(source, pool, all + 1)).as("frames").isEqualTo(all)));
  }

  @Test
  void theEndIsEmptyAndNotNull() {
    with(
        (source, pool) -> {
          toTheEnd(source, pool);
          Optional<Frame> afterTheEnd = source.read(pool);
          assertThat(afterTheEnd).as("what read() gives at the end").isNotNull();
          afterTheEnd.ifPresent(Frame::close);
        });
  }

  @Test
  void theEndStaysTheEnd() {
    with(
        (source, pool) -> {
          toTheEnd(source, pool);
          assertThat(read(source, pool, SOME)).as("frames after the end").isZero();
        });
  }

  private void toTheEnd(FrameSource source, FramePool pool) {
    read(source, pool, frames().orElse(SOME));
    if (frames().isEmpty()) {
      source.close();
    } else {
      next(source, pool).ifPresent(Frame::close);
    }
  }

  @Test
  void aClosedSourceYieldsNoFrame() {
    with(
        (source, pool) -> {
          source.close();
          assertThat(read(source, pool, SOME)).as("frames after the close").isZero();
        });
  }

  @Test
  void canBeClosedBeforeItWasRead() {
    FrameSource source = patience().call("opening", this::open);
    assertThatCode(() -> patience().run("close", source::close)).doesNotThrowAnyException();
  }

  @Test
  void closingTwiceIsHarmless() {
    FrameSource source = patience().call("opening", this::open);
    patience().run("close", source::close);
    assertThatCode(() -> patience().run("the second close", source::close))
        .doesNotThrowAnyException();
  }

  @Test
  void closeEndsAReadThatWaits() {
    FrameSource source = patience().call("opening", this::openSlow);
    Memory memory = new Memory(patience());
    FramePool pool = new FramePool();
    AtomicBoolean closed = new AtomicBoolean();
    AtomicInteger count = new AtomicInteger();
    Patience.Running<Void> reader =
        patience()
            .start(
                () -> {
                  while (!closed.get() && read(source, pool, 1) > 0) {
                    count.incrementAndGet();
                  }
                });
    patience().await(() -> reader.isAtRest() || count.get() > ENOUGH);
    patience().run("close while another thread reads", source::close);
    closed.set(true);
    reader
        .failure("a read when another thread closes the source")
        .ifPresent(failure -> assertThat(failure).isInstanceOf(FramewireException.class));
    memory.requireBack(pool);
  }

  @Test
  void anInterruptedReaderIsNotHeldUpAndStaysInterrupted() {
    with(
        (source, pool) -> {
          Thread.currentThread().interrupt();
          try {
            read(source, pool, 1);
          } catch (FramewireException stopped) {
            assertThat(stopped.getMessage()).isNotBlank();
          }
          assertThat(Thread.interrupted()).as("interrupted still").isTrue();
        });
  }

  @Test
  void noThreadIsLeftAfterTheClose() {
    // what is loaded once, native code for instance, may leave threads of its own
    with((source, pool) -> read(source, pool, 1));
    Threads before = Threads.now();
    with((source, pool) -> read(source, pool, SOME));
    before.requireNoMore(limit(), "the close");
  }

  @Test
  void itsThreadsAreDaemonsWithNamesOfTheirOwn() {
    with((source, pool) -> read(source, pool, 1));
    Threads before = Threads.now();
    with(
        (source, pool) -> {
          read(source, pool, 1);
          assertThat(before.newOnes())
              .allSatisfy(
                  thread -> {
                    assertThat(thread.isDaemon()).as(thread + " is a daemon").isTrue();
                    assertThat(thread.getName()).as("name").doesNotMatch("(Thread|pool)-\\d+.*");
                  });
        });
  }
}
