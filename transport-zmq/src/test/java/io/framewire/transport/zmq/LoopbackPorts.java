package io.framewire.transport.zmq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP ports that this process listens on, and its open files, as Linux tells them. */
final class LoopbackPorts {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final String LISTENING = "0A";

  private LoopbackPorts() {}

  /** The one port that is listened on now and was not before. */
  static int opened(Set<Integer> before) {
    Set<Integer> now = new HashSet<>(listening());
    now.removeAll(before);
    if (now.size() != 1) {
      throw new AssertionError("ports opened meanwhile: " + now);
    }
    return now.iterator().next();
  }

  static Set<Integer> listening() {
    Set<String> mine = Set.copyOf(descriptors());
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .flatMap(table -> lines(Path.of(table)).stream())
        .map(line -> line.trim().split("\\s+"))
        .filter(field -> field[3].equals(LISTENING) && mine.contains("socket:[" + field[9] + "]"))
        .map(field -> Integer.parseInt(field[1].substring(field[1].indexOf(':') + 1), 16))
        .collect(Collectors.toSet());
  }

  /** What each open file descriptor stands for. */
  static List<String> descriptors() {
    try (Stream<Path> all = Files.list(DESCRIPTORS)) {
      return all.flatMap(LoopbackPorts::target).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Stream<String> target(Path descriptor) {
    try {
      return Stream.of(Files.readSymbolicLink(descriptor).toString());
    } catch (IOException closedMeanwhile) {
      return Stream.empty();
    }
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
