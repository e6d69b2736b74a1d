package io.framewire.cli;

import io.framewire.StreamBuilder;
import io.framewire.error.ConfigurationException;
import io.framewire.wire.Security;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for keys that send and receive have in common. */
final class SecurityArgs {
  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "encrypt: this end's own NAME.key_secret, which framewire keygen makes")
  private Optional<Path> key;

  @Option(
      names = "--server-key",
      paramLabel = "FILE",
      description = "the server's NAME.key, which makes this end a client; with --key")
  private Optional<Path> serverKey;

  @Option(
      names = "--clients",
      paramLabel = "DIR",
      description =
          "the folder of all clients' NAME.key, which makes this end the server; with --key")
  private Optional<Path> clients;

  void applyTo(StreamBuilder<?> builder) {
    if (key.isEmpty()) {
      requireNone(serverKey, "--server-key");
      requireNone(clients, "--clients");
      return;
    }
    builder.security(security(key.get()));
  }

  private Security security(Path own) {
    if (clients.isPresent() == serverKey.isPresent()) {
      throw new ConfigurationException(
          clients.isPresent()
              ? "--clients makes this end the server and --server-key a client: leave one out"
              : "--key alone does not say with whom to talk: add --clients DIR at the server, or"
                  + " --server-key FILE at a client");
    }
    return clients
        .<Security>map(folder -> new Security.Server(own, folder))
        .orElseGet(() -> new Security.Client(own, serverKey.orElseThrow()));
  }

  private static void requireNone(Optional<Path> file, String option) {
    if (file.isPresent()) {
      throw new ConfigurationException(
          option + " needs this end's own keys, too: add --key NAME.key_secret");
    }
  }
}
