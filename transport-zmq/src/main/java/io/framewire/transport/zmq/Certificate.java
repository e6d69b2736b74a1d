package io.framewire.transport.zmq;

import io.framewire.error.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ZeroMQ certificate: text in ZPL with a public key, and at the end it belongs to the secret key
 * as well. It is read as pyzmq's {@code zmq.auth.load_certificate} does. Source: RFC 4/ZPL.
 *
 * @param publicKey names its owner
 * @param secretKey proves it
 */
record Certificate(Key publicKey, Optional<Key> secretKey) {
  private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);
  private static final long MOST_BYTES = 64 << 10;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  /** This end's own, with its secret key. */
  static Certificate own(Path file) {
    Certificate read = read(file);
    Key secret =
        read.secretKey.orElseThrow(
            () ->
                new ConfigurationException(
                    "certificate "
                        + file
                        + " has no secret key: name this end's own NAME"
                        + CurveKeys.SECRET_SUFFIX));
    if (!secret.belongsTo(read.publicKey)) {
      throw new ConfigurationException(
          "the public and the secret key in " + file + " do not belong together: make new ones");
    }
    warnIfOthersMayUse(file);
    return read;
  }

  /** Whatever is in it; the keys in the messages are never the secret ones. */
  static Certificate read(Path file) {
    String text = text(file);
    Key publicKey =
        key(text, "public-key", file)
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        file + " is no ZeroMQ certificate: it has no public-key"));
    return new Certificate(publicKey, key(text, "secret-key", file));
  }

  private static String text(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new ConfigurationException(file + " is a folder: name the certificate file in it");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new ConfigurationException(file + " is no ZeroMQ certificate: it is too large");
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException missing) {
      throw new ConfigurationException(
          "there is no certificate " + file + ": check the name, or make it with framewire keygen",
          missing);
    } catch (IOException failure) {
      throw new ConfigurationException("cannot read certificate " + file + ": " + failure, failure);
    }
  }

  /** The last line that begins with the name counts. */
  private static Optional<Key> key(String text, String name, Path file) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.startsWith(name) && line.indexOf('=') > 0)
        .reduce((first, last) -> last)
        .map(line -> line.substring(line.indexOf('=') + 1).replaceAll("^[\\s\"']+|[\\s\"']+$", ""))
        .map(
            z85 ->
                Key.parse(z85)
                    .orElseThrow(
                        () ->
                            new ConfigurationException(
                                "the "
                                    + name
                                    + " in "
                                    + file
                                    + " has "
                                    + z85.length()
                                    + " characters and is no Z85 of 40: copy the file anew")));
  }

  private static void warnIfOthersMayUse(Path file) {
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        LOG.warn("others can use the secret key in {}: chmod 600 {}", file, file);
      }
    } catch (IOException | UnsupportedOperationException unknown) {
      LOG.debug("cannot tell who may use {}: {}", file, unknown.toString());
    }
  }
}
