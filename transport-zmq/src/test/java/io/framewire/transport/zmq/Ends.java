package io.framewire.transport.zmq;

import io.framewire.frame.FramePool;
import io.framewire.spi.TransportOptions;
import io.framewire.spi.TransportRequest;
import io.framewire.testing.Requests;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import io.framewire.wire.Security;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/** A server's and a client's keys for a test, where the server lets that client in. */
final class Ends {
  private final CurveKeys serverKeys;
  private final CurveKeys clientKeys;
  final Path clients;
  final Security server;
  final Security client;

  Ends(Path folder) {
    this.serverKeys = CurveKeys.generate(folder, "server", false);
    this.clientKeys = CurveKeys.generate(folder.resolve("client"), "client", false);
    this.clients = folder.resolve("clients");
    this.server = new Security.Server(serverKeys.secretCertificate(), clients);
    this.client = client(clientKeys);
    letIn(clientKeys);
  }

  /** Another client of the same server. */
  Security client(CurveKeys keys) {
    return new Security.Client(keys.secretCertificate(), serverKeys.publicCertificate());
  }

  void letIn(CurveKeys keys) {
    try {
      Files.createDirectories(clients);
      Path file = keys.publicCertificate();
      Files.copy(file, clients.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void shutOut(CurveKeys keys) {
    try {
      Files.delete(clients.resolve(keys.publicCertificate().getFileName()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  CurveKeys serverKeys() {
    return serverKeys;
  }

  CurveKeys clientKeys() {
    return clientKeys;
  }

  static TransportRequest request(
      Security security, Pattern pattern, Role role, Endpoint at, boolean bind) {
    TransportOptions options =
        Requests.options(
            Requests.MAX_MESSAGE_BYTES,
            Requests.HIGH_WATER_MARK,
            Duration.ofSeconds(10),
            Optional.of(security));
    return Requests.request(at, pattern, role, bind, new FramePool(), options);
  }
}
