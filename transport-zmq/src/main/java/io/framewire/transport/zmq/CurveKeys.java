package io.framewire.transport.zmq;

import io.framewire.error.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.zeromq.ZMQ.Curve;

/**
 * A pair of certificate files for one end of an encrypted stream, in ZeroMQ's format, as pyzmq's
 * {@code zmq.auth.create_certificates} writes and reads them. Immutable.
 *
 * @param publicCertificate {@code NAME.key}, which the other end needs
 * @param secretCertificate {@code NAME.key_secret}, which nobody else may have
 */
public record CurveKeys(Path publicCertificate, Path secretCertificate) {
  static final String PUBLIC_SUFFIX = ".key";
  static final String SECRET_SUFFIX = ".key_secret";

  private static final String NEW = ".new";

  /**
   * Makes new keys and writes both files, the secret one readable by this user alone. A folder that
   * is missing is made.
   *
   * @param folder where to
   * @param name the files' name without its ending
   * @param replace whether files of that name may be overwritten, whose keys are then lost
   * @return where they are
   * @throws ConfigurationException if the name is none for a file, one of the files exists and may
   *     not be overwritten, or they cannot be written
   */
  public static CurveKeys generate(Path folder, String name, boolean replace) {
    if (!name.matches("[^./\\\\\\p{Cntrl}][^/\\\\\\p{Cntrl}]*")) {
      throw new ConfigurationException(
          "\"" + name + "\" is no name for certificate files: use letters and digits");
    }
    CurveKeys files =
        new CurveKeys(folder.resolve(name + PUBLIC_SUFFIX), folder.resolve(name + SECRET_SUFFIX));
    try {
      Files.createDirectories(folder);
      if (!replace) {
        requireAbsent(files.publicCertificate);
        requireAbsent(files.secretCertificate);
      }
      files.write();
      return files;
    } catch (IOException failure) {
      throw new ConfigurationException(
          "cannot write certificates to " + folder + ": " + failure, failure);
    }
  }

  private static void requireAbsent(Path file) {
    if (Files.exists(file)) {
      throw new ConfigurationException(
          file + " exists: choose another name, or replace it knowingly; its key is lost then");
    }
  }

  private void write() throws IOException {
    Curve.KeyPair keys = Curve.generateKeyPair();
    String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Path secret = beside(secretCertificate);
    try {
      Files.createFile(secret, forThisUserAlone(secret));
      Files.writeString(secret, secretText(time, keys), StandardCharsets.UTF_8);
      Files.move(secret, secretCertificate, StandardCopyOption.REPLACE_EXISTING);
      Files.writeString(publicCertificate, publicText(time, keys), StandardCharsets.UTF_8);
    } finally {
      Files.deleteIfExists(secret);
    }
  }

  /** What an earlier attempt left there was made by this user. */
  private static Path beside(Path file) throws IOException {
    Path path = file.resolveSibling(file.getFileName() + NEW);
    Files.deleteIfExists(path);
    return path;
  }

  private static FileAttribute<?>[] forThisUserAlone(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static String publicText(String time, Curve.KeyPair keys) {
    return String.join(
        "\n",
        "#   ****  Generated on " + time + " by framewire  ****",
        "#   ZeroMQ CURVE public certificate",
        "#   Copy it to the other end by a way that nobody can change it on.",
        "",
        "metadata",
        "curve",
        "    public-key = \"" + keys.publicKey + "\"",
        "");
  }

  private static String secretText(String time, Curve.KeyPair keys) {
    return String.join(
        "\n",
        "#   ****  Generated on " + time + " by framewire  ****",
        "#   ZeroMQ CURVE **secret** certificate",
        "#   Show it to nobody, and leave its permissions as they are.",
        "",
        "metadata",
        "curve",
        "    public-key = \"" + keys.publicKey + "\"",
        "    secret-key = \"" + keys.secretKey + "\"",
        "");
  }
}
