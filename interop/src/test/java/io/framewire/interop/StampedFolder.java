package io.framewire.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A folder that is costly to fill and filled once. A stamp, written last, says that it is whole and
 * what it was made from, so that an interrupted one is made anew. Two programs that want it at once
 * wait for each other.
 */
final class StampedFolder {
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Path home;

  /** Where the folder, its stamp and its lock are. */
  StampedFolder(Path home) {
    this.home = home;
  }

  /** Fills a folder that does not exist yet. */
  @FunctionalInterface
  interface Maker {
    void fill(Path folder) throws IOException, InterruptedException;
  }

  /** Fills it unless it was filled from the same; the folder. */
  Path make(String from, Maker maker) throws IOException, InterruptedException {
    Files.createDirectories(home);
    try (FileChannel file =
        FileChannel.open(
            home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      Awaitility.await("another program to finish " + home)
          .atMost(PATIENCE)
          .until(() -> file.tryLock() != null);
      if (!from.equals(stamped())) {
        makeAnew(from, maker);
      }
      return folder();
    }
  }

  private void makeAnew(String from, Maker maker) throws IOException, InterruptedException {
    Files.deleteIfExists(stamp());
    deleteTree(folder());
    maker.fill(folder());
    Files.writeString(stamp(), from);
  }

  private Path folder() {
    return home.resolve("content");
  }

  private Path stamp() {
    return home.resolve("stamp");
  }

  private String stamped() throws IOException {
    return Files.exists(stamp()) && Files.exists(folder()) ? Files.readString(stamp(), UTF_8) : "";
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
