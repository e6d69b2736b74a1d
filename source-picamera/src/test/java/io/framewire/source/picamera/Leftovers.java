package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What cameras of this JVM may have left: child processes, threads, open pipes. */
final class Leftovers {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private Leftovers() {}

  static void requireNone() {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              assertThat(processes()).isEmpty();
              assertThat(threads()).isEmpty();
              assertThat(pipes()).isEmpty();
            });
  }

  static List<String> processes() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .toList();
  }

  static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("framewire-picamera"))
        .toList();
  }

  /** Open files whose names are ours. */
  static List<String> pipes() {
    return descriptors().filter(file -> file.contains("framewire-picamera")).toList();
  }

  static long openFiles() {
    return descriptors().count();
  }

  private static Stream<String> descriptors() {
    try (Stream<Path> open = Files.list(DESCRIPTORS)) {
      return open.map(Leftovers::target).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
