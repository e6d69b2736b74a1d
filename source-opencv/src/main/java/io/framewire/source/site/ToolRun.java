package io.framewire.source.site;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that runs for a limited time on the thread that waits for it, and of whose output a
 * limited amount is kept. However that ends, with an interrupt or the end of this program too, the
 * program and what it started are killed.
 */
final class ToolRun implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ToolRun.class);
  private static final File NOTHING = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
  private static final int CHUNK = 1 << 16;
  private static final int KEPT_ERRORS = 1 << 13;
  private static final long POLL_MILLIS = 10;

  /** It took too long. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** It wrote too much. */
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final Thread exitHook = new Thread(this::exit, "framewire-yt-dlp-exit");
  private Process process;
  private boolean exiting;
  private final byte[] chunk = new byte[CHUNK];
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private String errors = "";

  private ToolRun() {}

  /**
   * Starts it.
   *
   * @param input what it reads; less than a pipe holds
   */
  static ToolRun start(List<String> command, String input) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    if (input.isEmpty()) {
      builder.redirectInput(NOTHING);
    }
    ToolRun run = new ToolRun();
    run.launch(builder);
    run.feed(input);
    return run;
  }

  /** With the hook there first, no end of this program comes between the two. */
  private synchronized void launch(ProcessBuilder builder) throws IOException {
    try {
      Runtime.getRuntime().addShutdownHook(exitHook);
    } catch (IllegalStateException shuttingDown) {
      throw new IOException("this program is ending", shuttingDown);
    }
    if (exiting) {
      throw new IOException("this program is ending");
    }
    try {
      process = builder.start();
    } catch (IOException | RuntimeException failure) {
      forgetExit();
      throw failure;
    }
  }

  private synchronized void exit() {
    exiting = true;
    if (process != null) {
      kill();
    }
  }

  private void feed(String input) {
    try (OutputStream to = process.getOutputStream()) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException deaf) {
      // one that ends without reading says why by other means
      LOG.debug("{} does not read what it is told", process.pid(), deaf);
    }
  }

  /** Its exit status, once it has ended and everything that it wrote was read. */
  int await(Duration limit, int mostBytes) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      boolean ended = !process.isAlive();
      boolean silent = !readOutput(mostBytes) & !readErrors();
      if (ended && silent) {
        return process.exitValue();
      }
      if (System.nanoTime() - deadline > 0) {
        throw new TooSlow();
      }
      if (silent) {
        process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } else if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private boolean readOutput(int mostBytes) throws IOException {
    int count = read(process.getInputStream());
    output.write(chunk, 0, count);
    if (output.size() > mostBytes) {
      throw new TooMuch();
    }
    return count > 0;
  }

  private boolean readErrors() throws IOException {
    int count = read(process.getErrorStream());
    errors += new String(chunk, 0, count, StandardCharsets.UTF_8);
    errors = errors.substring(Math.max(0, errors.length() - KEPT_ERRORS));
    return count > 0;
  }

  /** Reads what is there, without waiting for more. */
  private int read(InputStream from) throws IOException {
    int available = Math.min(from.available(), chunk.length);
    return available == 0 ? 0 : Math.max(0, from.read(chunk, 0, available));
  }

  byte[] output() {
    return output.toByteArray();
  }

  /** The last line on its standard error that is not blank, or nothing. */
  String lastError() {
    return errors
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce("", (before, line) -> line);
  }

  /** Kills it, if it is still there, and all that it started. */
  @Override
  public void close() {
    kill();
    forgetExit();
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(exitHook);
    } catch (IllegalStateException shuttingDown) {
      LOG.debug("this program is ending, and ends what it started", shuttingDown);
    }
  }

  private void kill() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
