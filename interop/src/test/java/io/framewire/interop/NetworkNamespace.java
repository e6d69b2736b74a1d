package io.framewire.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A network of its own for another process on this machine, with a virtual cable to this one. Needs
 * the right to make one.
 */
final class NetworkNamespace implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int NETWORKS = 250;

  private final int number = ThreadLocalRandom.current().nextInt(1, NETWORKS);
  private final String name = "framewire-" + ProcessHandle.current().pid() + "-" + number;
  private final String near = "fw" + number + "near";
  private final String far = "fw" + number + "far";

  private NetworkNamespace() {}

  /** Makes one; what is wrong where that cannot be done. */
  static NetworkNamespace open() throws IOException {
    NetworkNamespace made = new NetworkNamespace();
    ip("netns", "add", made.name);
    try {
      ip("link", "add", made.near, "type", "veth", "peer", "name", made.far);
      ip("link", "set", made.far, "netns", made.name);
      ip("addr", "add", "10.213." + made.number + ".1/24", "dev", made.near);
      ip("link", "set", made.near, "up");
      ip("-n", made.name, "addr", "add", made.address() + "/24", "dev", made.far);
      made.mend();
      return made;
    } catch (IOException cannot) {
      made.close();
      throw cannot;
    }
  }

  /** Why none can be had on this machine, if so. */
  static Optional<String> missing() {
    try {
      open().close();
      return Optional.empty();
    } catch (IOException cannot) {
      return Optional.of("no network namespaces: " + cannot.getMessage());
    }
  }

  /** What to put before a command to run it in there. */
  List<String> prefix() {
    return List.of("ip", "netns", "exec", name);
  }

  /** Where the other process is, seen from here. */
  String address() {
    return "10.213." + number + ".2";
  }

  /** Pulls the cable out at the other end. */
  void cut() throws IOException {
    ip("-n", name, "link", "set", far, "down");
  }

  /** Puts it in again. */
  void mend() throws IOException {
    ip("-n", name, "link", "set", far, "up");
  }

  @Override
  public void close() throws IOException {
    ip("netns", "del", name);
  }

  private static void ip(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(words));
    try (Child child = Child.run(command, Path.of("/"), LIMIT)) {
      if (child.exitCode() != 0) {
        throw new IOException(child + ": " + child.tail());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
