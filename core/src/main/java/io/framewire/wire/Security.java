package io.framewire.wire;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Keys for a stream that is encrypted and whose ends prove who they are. One end is the server,
 * which lets in the clients it has the public keys of; the other is a client, which knows the
 * server's public key. Which of them binds, and which sends, does not matter. The files are ZeroMQ
 * certificates, as {@code framewire keygen} and pyzmq's {@code zmq.auth.create_certificates} write
 * them. Immutable.
 */
public sealed interface Security {
  /**
   * This end's own certificate, which holds its secret key.
   *
   * @return a file that nobody else should be able to read
   */
  Path ownCertificate();

  /**
   * The end that decides who may take part.
   *
   * @param ownCertificate this end's certificate with its secret key
   * @param clients a folder of the clients' public certificates; read anew for each client that
   *     comes
   */
  record Server(Path ownCertificate, Path clients) implements Security {
    /**
     * Refuses nulls.
     *
     * @param ownCertificate this end's certificate with its secret key
     * @param clients a folder of the clients' public certificates
     */
    public Server {
      Objects.requireNonNull(ownCertificate, "ownCertificate");
      Objects.requireNonNull(clients, "clients");
    }
  }

  /**
   * The end that must be let in.
   *
   * @param ownCertificate this end's certificate with its secret key
   * @param serverCertificate the server's public certificate
   */
  record Client(Path ownCertificate, Path serverCertificate) implements Security {
    /**
     * Refuses nulls.
     *
     * @param ownCertificate this end's certificate with its secret key
     * @param serverCertificate the server's public certificate
     */
    public Client {
      Objects.requireNonNull(ownCertificate, "ownCertificate");
      Objects.requireNonNull(serverCertificate, "serverCertificate");
    }
  }
}
