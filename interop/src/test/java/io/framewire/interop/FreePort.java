package io.framewire.interop;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A loopback port that nobody has, outside the range that connecting sockets are given theirs from:
 * who tries again and again to reach a free one of those may in the end reach itself.
 */
final class FreePort {
  private static final int FIRST = 20_000;
  private static final int LAST = 30_000;

  private FreePort() {}

  static String endpoint() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return "tcp://127.0.0.1:" + probe.getLocalPort();
      } catch (BindException taken) {
        // another one, then
      }
    }
  }
}
