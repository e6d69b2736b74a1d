package io.framewire.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that ran to its end.
 *
 * @param exitCode what it ended with
 * @param output what it wrote, errors included
 */
record Finished(int exitCode, String output) {
  /** Runs what writes to a file, for no longer than the limit. */
  static Finished of(ProcessBuilder program, Path output, Duration limit)
      throws IOException, InterruptedException {
    Process process = program.start();
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("not ended in " + limit + ":\n" + Files.readString(output));
      }
      return new Finished(process.exitValue(), Files.readString(output));
    } finally {
      Stream.concat(process.descendants(), Stream.of(process.toHandle()))
          .forEach(ProcessHandle::destroyForcibly);
    }
  }
}
