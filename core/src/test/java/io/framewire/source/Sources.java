package io.framewire.source;

import io.framewire.error.SourceException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** What the tests of sources make theirs from. */
final class Sources {
  private static final long LIMIT_SECONDS = 20;

  private Sources() {}

  /** A frame whose first element is its number. */
  static Frame numbered(FramePool pool, int number, int... shape) {
    Frame frame = pool.take(DType.UINT8, shape);
    frame.data().put(0, (byte) number);
    return frame;
  }

  static Frame fail(String why) {
    throw new SourceException(why);
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("waited in vain");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks at once and often: most of what is waited for is so already. */
  static ConditionFactory soon() {
    return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
  }

  static boolean isRunning(String thread) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(running -> running.getName().equals(thread));
  }
}
