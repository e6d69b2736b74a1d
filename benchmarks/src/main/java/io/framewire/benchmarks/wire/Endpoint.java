package io.framewire.benchmarks.wire;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** An address that nobody uses. */
record Endpoint(String address, Optional<Path> folder) implements AutoCloseable {
  static Endpoint free(Lane lane) throws IOException {
    if (lane.ipc) {
      Path folder = Files.createTempDirectory("framewire-ipc");
      return new Endpoint("ipc://" + folder.resolve("wire") + ":1", Optional.of(folder));
    }
    try (ServerSocket free = new ServerSocket(0)) {
      return new Endpoint("tcp://127.0.0.1:" + free.getLocalPort(), Optional.empty());
    }
  }

  @Override
  public void close() {
    folder.ifPresent(Endpoint::delete);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException left) {
      throw new BenchmarkException("cannot delete " + folder, left);
    }
  }
}
