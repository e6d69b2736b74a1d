package io.framewire.source.picamera;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the camera tool, each way for a limited time: SIGINT, on which alone it lets go of the
 * camera properly; SIGTERM; SIGKILL. Its outputs are drained meanwhile, since a tool that cannot
 * write looks at no signal.
 */
final class ProcessEnd {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessEnd.class);
  private static final File NOTHING = new File("/dev/null");

  private final Duration interruptLimit;
  private final Duration otherLimit;

  ProcessEnd() {
    this(Duration.ofSeconds(2), Duration.ofSeconds(1));
  }

  /** Limits for SIGINT, and for SIGTERM and SIGKILL each. */
  ProcessEnd(Duration interruptLimit, Duration otherLimit) {
    this.interruptLimit = interruptLimit;
    this.otherLimit = otherLimit;
  }

  /** Whether the process has ended; false leaves one that the system itself cannot end. */
  boolean of(Process process) {
    boolean wasInterrupted = Thread.interrupted();
    List<ProcessHandle> children = process.descendants().toList();
    try {
      return end(process);
    } catch (InterruptedException interrupted) {
      wasInterrupted = true;
      process.destroyForcibly();
      return false;
    } finally {
      // of a script around the tool
      children.forEach(ProcessHandle::destroyForcibly);
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean end(Process process) throws InterruptedException {
    if (!process.isAlive()) {
      return true;
    }
    interrupt(process);
    if (ended(process, interruptLimit)) {
      return true;
    }
    LOG.debug("process {} did not end on SIGINT", process.pid());
    process.destroy();
    if (ended(process, otherLimit)) {
      return true;
    }
    LOG.debug("process {} did not end on SIGTERM", process.pid());
    process.destroyForcibly();
    boolean killed = ended(process, otherLimit);
    if (!killed) {
      LOG.warn(
          "process {} cannot be ended: the camera's driver hangs, restart the board",
          process.pid());
    }
    return killed;
  }

  /** Java has no SIGINT; the shell's own kill does. */
  private static void interrupt(Process process) throws InterruptedException {
    try {
      new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", String.valueOf(process.pid()))
          .redirectInput(NOTHING)
          .redirectOutput(NOTHING)
          .redirectError(NOTHING)
          .start()
          .waitFor(1, TimeUnit.SECONDS);
    } catch (IOException noShell) {
      LOG.debug("cannot send SIGINT to process {}", process.pid(), noShell);
      process.destroy();
    }
  }

  private static boolean ended(Process process, Duration limit) throws InterruptedException {
    return process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
  }
}
