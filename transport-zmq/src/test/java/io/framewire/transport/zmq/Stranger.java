package io.framewire.transport.zmq;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A local program that has found a port on the loopback and says there what a peer would say. */
final class Stranger {
  static final String STOLEN = "this is the stranger's";
  private static final int LIMIT_MILLIS = 10_000;

  private Stranger() {}

  /** Says something and tells what was answered until the connection ended. */
  static byte[] intrude(int port, byte[] words) {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      socket.setSoTimeout(LIMIT_MILLIS);
      return say(socket, words);
    } catch (SocketTimeoutException held) {
      throw new AssertionError("the stranger's connection was kept", held);
    } catch (IOException refused) {
      return new byte[0];
    }
  }

  private static byte[] say(Socket socket, byte[] words) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      socket.getOutputStream().write(words);
      socket.getInputStream().transferTo(answer);
    } catch (SocketTimeoutException held) {
      throw held;
    } catch (IOException reset) {
      return answer.toByteArray();
    }
    return answer.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
