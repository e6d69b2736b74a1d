package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.error.FramewireException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceInfo;
import org.junit.jupiter.api.Test;

/** Who owns the frames of a source, and what it says about them. */
abstract class SourceFrameRules extends SourceRules {
  @Test
  void yieldsAFrame() {
    with((source, pool) -> assertThat(read(source, pool, 1)).as("frames").isOne());
  }

  @Test
  void closingEachFrameGivesAllMemoryBack() {
    Memory memory = new Memory(patience());
    FramePool pool = new FramePool();
    with(pool, (source, same) -> read(source, same, SOME));
    memory.requireBack(pool);
  }

  @Test
  void aFrameStaysAsItIsWhileLaterOnesAreRead() {
    with(
        (source, pool) -> {
          try (HeldFrames held = new HeldFrames()) {
            read(source, pool, SOME, held::hold);
            held.requireUnchanged();
          }
        });
  }

  @Test
  void aFrameOutlivesItsSource() {
    with(
        (source, pool) -> {
          try (Frame frame = next(source, pool).orElseThrow()) {
            byte[] content = Contents.of(frame);
            source.close();
            assertThat(Contents.of(frame)).as("after the close").isEqualTo(content);
          }
        });
  }

  @Test
  void infoAgreesWithTheFrames() {
    with(
        (source, pool) ->
            read(
                source,
                pool,
                SOME,
                frame -> {
                  SourceInfo info = source.info();
                  if (frame.rank() >= 2 && info.width().isPresent()) {
                    assertThat(info.width()).as("width").hasValue(frame.dimension(1));
                    assertThat(info.height()).as("height").hasValue(frame.dimension(0));
                  }
                }));
  }

  @Test
  void infoAndStatisticsCanBeAskedAtAnyTime() {
    with(
        (source, pool) -> {
          requireAnswers(source);
          read(source, pool, 1);
          requireAnswers(source);
          source.close();
          requireAnswers(source);
        });
  }

  private static void requireAnswers(FrameSource source) {
    assertThat(source.info()).as("info()").isNotNull();
    assertThat(source.statistics()).as("statistics()").isNotNull();
  }

  @Test
  void aPoolWithoutRoomIsAFramewireExceptionAtMost() {
    FramePool full = new FramePool(0, 1);
    with(
        full,
        (source, pool) -> {
          try {
            read(source, pool, 1);
          } catch (FramewireException expected) {
            assertThat(expected.getMessage()).isNotBlank();
          }
        });
  }
}
