package io.framewire.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.framewire.frame.DType;
import io.framewire.frame.FramePool;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

class LeakCheckTest {
  private final LeakCheck check = new LeakCheck();

  @Test
  void findsTheFrameThatWasLostAndSaysWhereItWasTaken() {
    loseAFrame();
    Throwable failure = catchThrowable(check::requireNone);
    LeakCheckExtension.forgive();

    assertThat(failure)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("1 frames were never closed")
        .hasMessageContaining("LeakCheckTest.loseAFrame");
    assertThat(failure.getSuppressed()).hasSize(1);
  }

  @Test
  void isContentWhenEveryFrameWasClosed() {
    FramePool.unpooled().take(DType.UINT8, 4).close();
    assertThatCode(check::requireNone).doesNotThrowAnyException();
  }

  @Test
  void forgetsWhatWasForgiven() {
    loseAFrame();
    check.forgive();
    LeakCheckExtension.forgive();
    assertThatCode(check::requireNone).doesNotThrowAnyException();
  }

  @Test
  void isFoundByJUnitInEveryModuleAndWatchesThisVeryClass() {
    assertThat(ServiceLoader.load(Extension.class))
        .hasAtLeastOneElementOfType(LeakCheckExtension.class);
    assertThatCode(LeakCheckExtension::forgive).doesNotThrowAnyException();
  }

  private static void loseAFrame() {
    FramePool.unpooled().take(DType.UINT8, 4);
  }
}
