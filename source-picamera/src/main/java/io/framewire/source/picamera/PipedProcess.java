package io.framewire.source.picamera;

import io.framewire.error.SourceException;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process whose two outputs are named pipes, of which nothing is left in the file system. Unlike
 * the JDK's own pipes, their channels can be closed under a thread that reads them, so that the
 * thread ends also where some process keeps the other end open.
 *
 * @param output its standard output
 * @param errors its standard error
 */
record PipedProcess(Process process, FileChannel output, FileChannel errors)
    implements AutoCloseable {
  private static final File NOTHING = new File("/dev/null");
  private static final int LIMIT_SECONDS = 10;

  static PipedProcess start(List<String> command) {
    try {
      Path folder = Files.createTempDirectory("framewire-picamera-");
      try {
        return start(command, folder.resolve("output"), folder.resolve("errors"));
      } finally {
        Files.deleteIfExists(folder.resolve("output"));
        Files.deleteIfExists(folder.resolve("errors"));
        Files.delete(folder);
      }
    } catch (IOException failure) {
      throw new SourceException(
          "cannot run " + command.get(0) + ": " + failure.getMessage(), failure);
    }
  }

  // opened for both ways, a pipe lets the others open it without waiting for each other
  @SuppressWarnings("try")
  private static PipedProcess start(List<String> command, Path output, Path errors)
      throws IOException {
    makePipes(output, errors);
    try (FileChannel outputHeld = bothWays(output);
        FileChannel errorsHeld = bothWays(errors)) {
      FileChannel outputRead = FileChannel.open(output, StandardOpenOption.READ);
      try {
        return start(command, output, outputRead, errors);
      } catch (IOException failure) {
        outputRead.close();
        throw failure;
      }
    }
  }

  private static PipedProcess start(
      List<String> command, Path output, FileChannel outputRead, Path errors) throws IOException {
    FileChannel errorsRead = FileChannel.open(errors, StandardOpenOption.READ);
    try {
      return new PipedProcess(launch(command, output, errors), outputRead, errorsRead);
    } catch (IOException failure) {
      errorsRead.close();
      throw failure;
    }
  }

  private static Process launch(List<String> command, Path output, Path errors) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(NOTHING)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    // libcamera's log tells what was configured, so it stays as the tool sets it
    builder.environment().keySet().removeAll(List.of("LIBCAMERA_LOG_LEVELS", "LIBCAMERA_LOG_FILE"));
    return builder.start();
  }

  private static FileChannel bothWays(Path pipe) throws IOException {
    return FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static void makePipes(Path... pipes) throws IOException {
    Process making =
        new ProcessBuilder("mkfifo", pipes[0].toString(), pipes[1].toString())
            .redirectInput(NOTHING)
            .redirectOutput(NOTHING)
            .redirectError(NOTHING)
            .start();
    try {
      if (!making.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || making.exitValue() != 0) {
        making.destroyForcibly();
        throw new IOException("mkfifo cannot make a pipe in " + pipes[0].getParent());
      }
    } catch (InterruptedException interrupted) {
      making.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("the thread was interrupted", interrupted);
    }
  }

  /** Ends the threads that read its outputs; the process is ended by {@link ProcessEnd}. */
  @Override
  public void close() {
    try {
      output.close();
      errors.close();
    } catch (IOException failure) {
      throw new SourceException("cannot close a pipe of the camera: " + failure, failure);
    }
  }
}
