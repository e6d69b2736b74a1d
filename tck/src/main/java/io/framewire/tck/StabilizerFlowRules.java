package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Stabilizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes out of a stabilizer for what went in. */
abstract class StabilizerFlowRules extends StabilizerRules {
  @Test
  void asManyFramesComeOutAsWentIn() {
    for (int frames : new int[] {0, 1, 2, 3, MANY}) {
      with(
          (stabilizer, pool) -> {
            List<Integer> out = new ArrayList<>();
            pass(stabilizer, pool, frames, frame -> out.add(1));
            assertThat(out).as("frames of %d", frames).hasSize(frames);
          });
    }
  }

  @Test
  void framesKeepTheirOrder() {
    with(
        (stabilizer, pool) -> {
          List<Integer> middles = new ArrayList<>();
          pass(stabilizer, pool, MANY, frame -> middles.add(middle(frame)));
          assertThat(middles)
              .as("the frames' middles, each lighter than the last")
              .isSorted()
              .doesNotHaveDuplicates();
        });
  }

  @Test
  void framesKeepTheirShapeAndDtype() {
    with(
        (stabilizer, pool) -> {
          int[] shape;
          DType dtype;
          try (Frame sample = frame(0, pool)) {
            shape = sample.shape();
            dtype = sample.dtype();
          }
          pass(
              stabilizer,
              pool,
              MANY,
              steady -> {
                assertThat(steady.shape()).isEqualTo(shape);
                assertThat(steady.dtype()).isEqualTo(dtype);
              });
        });
  }

  @Test
  void holdsBackAsManyFramesAsItSays() {
    delay()
        .ifPresent(
            delay ->
                with(
                    (stabilizer, pool) -> {
                      for (int number = 0; number < MANY; number++) {
                        Optional<Frame> steady = stabilizer.stabilize(frame(number, pool), pool);
                        steady.ifPresent(Frame::close);
                        assertThat(steady.isPresent())
                            .as("a frame for number %d of a delay of %d", number, delay)
                            .isEqualTo(number >= delay);
                      }
                    }));
  }

  @Test
  void givesAFrameForEachOnceItHasBegun() {
    with(
        (stabilizer, pool) -> {
          boolean begun = false;
          for (int number = 0; number < MANY; number++) {
            boolean present = give(stabilizer, frame(number, pool), pool);
            assertThat(present || !begun).as("a frame for number %d", number).isTrue();
            begun = present;
          }
        });
  }

  private static boolean give(Stabilizer stabilizer, Frame frame, FramePool pool) {
    Optional<Frame> steady = stabilizer.stabilize(frame, pool);
    steady.ifPresent(Frame::close);
    return steady.isPresent();
  }

  @Test
  void flushIsEmptyWhenNothingIsHeldBack() {
    with(
        (stabilizer, pool) -> {
          Optional<Frame> beforeAny = stabilizer.flush(pool);
          assertThat(beforeAny).as("before any frame").isEmpty();
          beforeAny.ifPresent(Frame::close);
          pass(stabilizer, pool, SOME, frame -> {});
          Optional<Frame> after = stabilizer.flush(pool);
          assertThat(after).as("after the last frame").isEmpty();
        });
  }
}
