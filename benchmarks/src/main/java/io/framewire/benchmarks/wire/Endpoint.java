package io.framewire.benchmarks.wire;

import io.framewire.transport.zmq.CurveKeys;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An address that nobody uses. */
record Endpoint(String address, Optional<Path> folder, boolean keys) implements AutoCloseable {
  static Endpoint free(Lane lane) throws IOException {
    if (lane.ipc) {
      Path folder = Files.createTempDirectory("framewire-ipc");
      return new Endpoint("ipc://" + folder.resolve("wire") + ":1", Optional.of(folder), false);
    }
    Optional<Path> keys = lane.keys() ? Optional.of(newKeys()) : Optional.empty();
    try (ServerSocket free = new ServerSocket(0)) {
      return new Endpoint("tcp://127.0.0.1:" + free.getLocalPort(), keys, lane.keys());
    }
  }

  private static Path newKeys() throws IOException {
    Path folder = Files.createTempDirectory("framewire-keys");
    CurveKeys.generate(folder, "sender", false);
    CurveKeys.generate(folder, "receiver", false);
    return folder;
  }

  /** What both ends are told of it. */
  List<String> options() {
    List<String> options = new ArrayList<>(List.of("--endpoint", address));
    if (keys) {
      options.addAll(List.of("--keys", folder.orElseThrow().toString()));
    }
    return options;
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
