package io.framewire.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux says that this process holds. */
final class Proc {
  private static final Path SELF = Path.of("/proc/self");

  private Proc() {}

  /** Bytes of memory. */
  static long resident() throws IOException {
    return bytes("VmRSS:");
  }

  /** The most bytes of memory there ever were. */
  static long mostResident() throws IOException {
    return bytes("VmHWM:");
  }

  /** Open files and sockets. */
  static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(SELF.resolve("fd"))) {
      return open.count();
    }
  }

  private static long bytes(String name) throws IOException {
    return Files.readAllLines(SELF.resolve("status")).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(kib -> Long.parseLong(kib) << 10)
        .findFirst()
        .orElseThrow();
  }
}
