package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Stabilizer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who closes the frames of a stabilizer, and how it ends. */
abstract class StabilizerFrameRules extends StabilizerFlowRules {
  private static final String NO_OPTION = "no-such-option";

  @Test
  void everyFrameThatWentInIsClosed() {
    Memory memory = new Memory(patience());
    FramePool pool = new FramePool();
    with(pool, (stabilizer, same) -> pass(stabilizer, same, MANY, frame -> {}));
    memory.requireBack(pool);
  }

  @Test
  void closingInTheMiddleGivesAllMemoryBack() {
    Memory memory = new Memory(patience());
    FramePool pool = new FramePool();
    with(pool, (stabilizer, same) -> take(stabilizer, same, SOME));
    memory.requireBack(pool);
  }

  @Test
  void aFrameThatItRefusesIsClosedAndTheNextOneIsTaken() {
    Memory memory = new Memory(patience());
    FramePool pool = new FramePool();
    with(
        pool,
        (stabilizer, same) -> {
          Frame odd = same.take(DType.FLOAT64, 7);
          Throwable refusal =
              catchThrowable(() -> stabilizer.stabilize(odd, same).ifPresent(Frame::close));
          if (refusal != null) {
            assertThat(refusal).isInstanceOf(FramewireException.class);
          }
          take(stabilizer, same, SOME);
        });
    memory.requireBack(pool);
  }

  @Test
  void aFrameThatComesAfterTheCloseIsClosed() {
    Memory memory = new Memory(patience());
    FramePool pool = new FramePool();
    with(
        pool,
        (stabilizer, same) -> {
          stabilizer.close();
          catchThrowable(() -> take(stabilizer, same, 1));
        });
    memory.requireBack(pool);
  }

  @Test
  void aPoolWithoutRoomIsAFramewireExceptionAtMost() {
    Memory memory = new Memory(patience());
    FramePool pool = new FramePool();
    FramePool full = new FramePool(0, 1);
    with(
        pool,
        (stabilizer, same) -> {
          try {
            for (int number = 0; number < MANY; number++) {
              stabilizer.stabilize(frame(number, same), full).ifPresent(Frame::close);
            }
          } catch (FramewireException expected) {
            assertThat(expected.getMessage()).isNotBlank();
          }
        });
    memory.requireBack(pool);
  }

  @Test
  void aFrameThatCameOutStaysAsItIs() {
    with(
        (stabilizer, pool) -> {
          try (HeldFrames held = new HeldFrames()) {
            pass(stabilizer, pool, MANY, held::hold);
            held.requireUnchanged();
          }
        });
  }

  @Test
  void closingTwiceIsHarmless() {
    Stabilizer stabilizer = patience().call("making a stabilizer", this::create);
    patience().run("close", stabilizer::close);
    assertThatCode(() -> patience().run("the second close", stabilizer::close))
        .doesNotThrowAnyException();
  }

  @Test
  void noThreadIsLeftAfterTheClose() {
    // what is loaded once, native code for instance, may leave threads of its own
    with((stabilizer, pool) -> take(stabilizer, pool, SOME));
    Threads before = Threads.now();
    with((stabilizer, pool) -> take(stabilizer, pool, SOME));
    before.requireNoMore(limit(), "the close");
  }

  @Test
  void anUnknownOptionIsRefusedByItsName() {
    requireAvailable();
    Map<String, String> options = new HashMap<>(options());
    options.put(NO_OPTION, "1");
    assertThatThrownBy(() -> provider().create(options).close())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(NO_OPTION);
  }

  private void take(Stabilizer stabilizer, FramePool pool, int frames) {
    for (int number = 0; number < frames; number++) {
      stabilizer.stabilize(frame(number, pool), pool).ifPresent(Frame::close);
    }
  }
}
