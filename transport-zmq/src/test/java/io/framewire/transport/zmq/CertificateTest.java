package io.framewire.transport.zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.framewire.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTest {
  /** RFC 32/Z85's test vectors are not keys; these belong together. */
  private static final String PUBLIC = "OUr?Yf=B:@m380&V/H.mjCX+k.9J*&pv%lhu0Yv6";

  private static final String SECRET = "/lZEemvsdwK6iw{BGz]MI&jLa-:k/TG1mAM{(PAw";

  @TempDir private Path folder;

  @Test
  void readsWhatPyzmqWrites() throws IOException {
    Certificate read =
        Certificate.own(
            write(
                "#   ****  Generated on 2026-11-22 11:00:00.000000 by pyzmq  ****",
                "#   ZeroMQ CURVE **Secret** Certificate",
                "#   DO NOT PROVIDE THIS FILE TO OTHER USERS nor change its permissions.",
                "",
                "metadata",
                "    name = left camera",
                "curve",
                "    public-key = \"" + PUBLIC + "\"",
                "    secret-key = \"" + SECRET + "\""));

    assertThat(read.publicKey().z85()).isEqualTo(PUBLIC);
    assertThat(read.secretKey().orElseThrow().z85()).isEqualTo(SECRET);
  }

  @Test
  void readsWhatItWrites() {
    CurveKeys keys = CurveKeys.generate(folder, "mine", false);

    assertThat(Certificate.own(keys.secretCertificate()).publicKey())
        .isEqualTo(Certificate.read(keys.publicCertificate()).publicKey());
    assertThat(Certificate.read(keys.publicCertificate()).secretKey()).isEmpty();
  }

  @Test
  void letsNobodyElseReadTheSecretKey() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    CurveKeys keys = CurveKeys.generate(folder, "mine", false);

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.secretCertificate())))
        .isEqualTo("rw-------");
  }

  @Test
  void replacesKeysOnlyWhereThatIsWanted() throws IOException {
    CurveKeys keys = CurveKeys.generate(folder, "mine", false);
    String before = Files.readString(keys.secretCertificate());

    assertThatThrownBy(() -> CurveKeys.generate(folder, "mine", false))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("mine.key exists");
    Files.delete(keys.publicCertificate());
    assertThatThrownBy(() -> CurveKeys.generate(folder, "mine", false))
        .hasMessageContaining("mine.key_secret exists");
    assertThat(keys.secretCertificate()).hasContent(before);

    CurveKeys.generate(folder, "mine", true);
    assertThat(Files.readString(keys.secretCertificate())).isNotEqualTo(before);
    assertThat(Certificate.own(keys.secretCertificate()).publicKey())
        .isEqualTo(Certificate.read(keys.publicCertificate()).publicKey());
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"''", ".", "..", "a/b", "../up", ".hidden"})
  void takesNoNameThatIsNoneForAFile(String name) {
    assertThatThrownBy(() -> CurveKeys.generate(folder, name, false))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is no name for certificate files");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    fails(folder.resolve("none.key"), "there is no certificate", "framewire keygen");
    fails(folder, "is a folder: name the certificate file");
    fails(write(""), "is no ZeroMQ certificate: it has no public-key");
    fails(write("curve", "public-key"), "is no ZeroMQ certificate: it has no public-key");
    fails(write("public-key = \"" + PUBLIC + "\""), "has no secret key", "NAME.key_secret");
    fails(write("public-key = \"" + PUBLIC.substring(1) + "\""), "has 39 characters");
    fails(write("public-key = \"" + PUBLIC + "0\""), "has 41 characters");
    fails(write("public-key = \"" + PUBLIC.substring(1) + "~\""), "is no Z85");
    fails(write("public-key = \"" + "#".repeat(40) + "\""), "is no Z85");
    fails(write("public-key = \"" + PUBLIC.substring(1) + "\u00e9\""), "is no Z85");
    fails(
        write("public-key = \"" + SECRET + "\"", "secret-key = \"" + SECRET + "\""),
        "do not belong together");
    fails(write("#".repeat(70_000)), "too large");
  }

  @Test
  void neverShowsASecretKey() throws IOException {
    Path file = write("public-key = \"" + PUBLIC + "\"", "secret-key = \"" + SECRET + "!\"");

    assertThatThrownBy(() -> Certificate.own(file))
        .hasMessageContaining("secret-key")
        .hasMessageNotContaining(SECRET);
  }

  private static void fails(Path file, String... words) {
    assertThatThrownBy(() -> Certificate.own(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(words);
  }

  private Path write(String... lines) throws IOException {
    return Files.writeString(folder.resolve("x.key_secret"), String.join("\n", lines));
  }
}
