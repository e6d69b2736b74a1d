package io.framewire.fuzz;

import io.framewire.fuzz.Conversation.Words;
import io.framewire.wire.Endpoint;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.Supplier;

/** Connects, says what it has to say, and leaves when the other side has noticed. */
final class Stranger {
  private static final int LIMIT_MILLIS = 20_000;
  private static final int ONLY_ONE_MILLIS = 1_000;
  private static final int CONNECT_MILLIS = 2_000;

  private Stranger() {}

  /**
   * Says it all and waits until the other side hangs up too.
   *
   * @param to asked again where nobody listens: the receiver may just have been opened anew
   * @param abruptly whether to leave without waiting
   * @param onlyOne whether the other side takes one connection at a time: it may leave this one
   *     lying that came before it had let go of the last one, until the heartbeat ends it
   */
  static void say(Supplier<Endpoint> to, Words words, boolean abruptly, boolean onlyOne) {
    try (Socket socket = connect(to)) {
      socket.setSoTimeout(onlyOne ? ONLY_ONE_MILLIS : LIMIT_MILLIS);
      if (abruptly) {
        socket.setSoLinger(true, 0);
      }
      speak(socket, words, abruptly);
    } catch (SocketTimeoutException silent) {
      if (!onlyOne) {
        throw new Finding("a connection that its peer had closed was kept open", silent);
      }
    } catch (IOException endedByTheOther) {
      // refused in the middle of the words, as is its right
    }
  }

  private static void speak(Socket socket, Words words, boolean abruptly) throws IOException {
    if (words.handshake().length > 0) {
      socket.getOutputStream().write(words.handshake());
      readHandshake(socket);
    }
    socket.getOutputStream().write(words.rest());
    if (!abruptly) {
      socket.shutdownOutput();
      InputStream answers = socket.getInputStream();
      byte[] ignored = new byte[1024];
      while (answers.read(ignored) >= 0) {
        // to the end
      }
    }
  }

  /** A greeting and a short command. */
  static void readHandshake(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    in.readFully(new byte[Zmtp.GREETING_LENGTH + 1]);
    in.readFully(new byte[in.readUnsignedByte()]);
  }

  private static Socket connect(Supplier<Endpoint> to) throws IOException {
    long deadline = System.nanoTime() + LIMIT_MILLIS * 1_000_000L;
    while (true) {
      Endpoint endpoint = to.get();
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), CONNECT_MILLIS);
        return socket;
      } catch (ConnectException refused) {
        socket.close();
        if (System.nanoTime() > deadline) {
          throw new Finding("nobody listens at " + endpoint, refused);
        }
      }
    }
  }
}
