package io.framewire.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C ends a stream as a close does, so that the other side is told and the report still comes.
 */
final class Interruption implements AutoCloseable {
  private static final long LIMIT_SECONDS = 5;

  private final CountDownLatch reported = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(AutoCloseable stream) {
    this.hook = new Thread(() -> end(stream), "framewire-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * From now on, until closed, the end of the program closes the stream and waits for its report.
   */
  static Interruption closes(AutoCloseable stream) {
    return new Interruption(stream);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      reported.countDown();
    }
  }

  private void end(AutoCloseable stream) {
    try {
      stream.close();
      reported.await(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (Exception failure) {
      System.err.println("framewire: the stream did not close: " + failure);
    }
  }
}
