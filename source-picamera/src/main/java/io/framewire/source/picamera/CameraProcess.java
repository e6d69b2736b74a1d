package io.framewire.source.picamera;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running camera tool, both of whose outputs are drained on threads of their own as fast as they
 * come: a slow reader would get torn pictures, and a full standard error would stop the camera.
 */
final class CameraProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CameraProcess.class);
  private static final long THREAD_LIMIT_MILLIS = 1000;
  private static final Duration EXIT_LIMIT = Duration.ofSeconds(2);

  /** What becomes of standard output. */
  interface Drain {
    /** Reads until the end. */
    void drain(ReadableByteChannel output, CameraProcess from) throws IOException;

    /** The end was reached, and the process has ended or will not. */
    void ended(CameraProcess from, OptionalInt exitStatus);

    /** The tool says that the camera is gone. */
    void lost(CameraProcess from);
  }

  private final Tool tool;
  private final PipedProcess piped;
  private final Drain drain;
  private final ToolLog log;
  private final Thread output;
  private final Thread errors;
  private final Thread exitHook;

  private CameraProcess(Tool tool, List<String> arguments, int camera, Drain drain) {
    List<String> command = tool.command(arguments);
    LOG.debug("starting {}", command);
    this.tool = tool;
    this.drain = drain;
    this.log = new ToolLog(() -> drain.lost(this));
    this.piped = PipedProcess.start(command);
    this.output = thread("frames", camera, this::drainOutput);
    this.errors = thread("errors", camera, this::drainErrors);
    this.exitHook = new Thread(piped.process()::destroy, "framewire-picamera-exit");
  }

  static CameraProcess start(Tool tool, List<String> arguments, int camera, Drain drain) {
    CameraProcess started = new CameraProcess(tool, arguments, camera, drain);
    started.errors.start();
    started.output.start();
    started.keepFromOutlivingUs();
    return started;
  }

  Tool tool() {
    return tool;
  }

  ToolLog log() {
    return log;
  }

  long pid() {
    return piped.process().pid();
  }

  /** Ends the process within its limits, and the threads. */
  @Override
  public void close() {
    new ProcessEnd().of(piped.process());
    joinWithin(THREAD_LIMIT_MILLIS, output, errors);
    piped.close();
    joinWithin(THREAD_LIMIT_MILLIS, output, errors);
    try {
      Runtime.getRuntime().removeShutdownHook(exitHook);
    } catch (IllegalStateException shuttingDown) {
      LOG.trace("the program is ending", shuttingDown);
    }
  }

  private void drainOutput() {
    try {
      drain.drain(piped.output(), this);
    } catch (ClosedChannelException closed) {
      LOG.trace("closed while reading frames", closed);
    } catch (IOException failure) {
      LOG.debug("reading frames failed", failure);
    }
    drain.ended(this, awaitExit());
  }

  private void drainErrors() {
    try {
      LineDrain.drain(piped.errors(), log::add);
    } catch (ClosedChannelException closed) {
      LOG.trace("closed while reading messages", closed);
    } catch (IOException failure) {
      LOG.debug("reading messages failed", failure);
    }
    log.end();
  }

  /** By when all messages have been read too. */
  private OptionalInt awaitExit() {
    try {
      boolean exited = piped.process().waitFor(EXIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      errors.join(THREAD_LIMIT_MILLIS);
      return exited ? OptionalInt.of(piped.process().exitValue()) : OptionalInt.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  /** A frozen tool writes nothing, and so would not notice that nobody reads it any more. */
  private void keepFromOutlivingUs() {
    try {
      Runtime.getRuntime().addShutdownHook(exitHook);
    } catch (IllegalStateException shuttingDown) {
      piped.process().destroy();
    }
  }

  private static Thread thread(String does, int camera, Runnable body) {
    Thread thread = new Thread(body, "framewire-picamera-" + camera + "-" + does);
    thread.setDaemon(true);
    return thread;
  }

  private static void joinWithin(long limitMillis, Thread... threads) {
    for (Thread thread : threads) {
      try {
        if (thread != Thread.currentThread()) {
          thread.join(limitMillis);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
