package io.framewire.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A loopback port that nobody has, outside the range that connecting sockets are given theirs from:
 * who tries again and again to reach a free one of those may in the end reach itself. None is given
 * twice, to the tests that run beside these neither: a program takes its time until it listens.
 */
final class FreePort {
  private static final int FIRST = 20_000;
  private static final int LAST = 30_000;

  /** A byte of it is locked for each port that was given, until this process ends. */
  private static final FileChannel GIVEN = open();

  private FreePort() {}

  static String endpoint() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isNobodys(port)) {
        return "tcp://127.0.0.1:" + port;
      }
    }
  }

  private static boolean isNobodys(int port) throws IOException {
    try {
      if (GIVEN.tryLock(port, 1, false) == null) {
        return false;
      }
    } catch (OverlappingFileLockException given) {
      return false;
    }
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (BindException taken) {
      return false;
    }
  }

  private static FileChannel open() {
    Path file =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "framewire-test-ports-" + System.getProperty("user.name"));
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }
}
