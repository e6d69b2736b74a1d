package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ConfigurationException;
import io.framewire.error.TransportException;
import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportOptions;
import io.framewire.testing.Requests;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that an ipc endpoint is. */
class SocketFileTest {
  @RegisterExtension final Lab lab = new Lab();
  @TempDir Path folder;

  @Test
  void isForItsOwnerAloneUnlessToldOtherwise() throws IOException {
    bind(file());
    assertThat(permissions()).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-rw----", "rwxrwxrwx", "rw-------"})
  void hasThePermissionsThatWereAskedFor(String permissions) throws IOException {
    bind(file(), PosixFilePermissions.fromString(permissions));
    assertThat(permissions()).isEqualTo(permissions);
  }

  @Test
  void isGoneAfterClosing() throws IOException {
    Transport bound = bind(file());
    assertThat(file()).exists();
    bound.close();
    assertThatNothingIsIn(folder);
  }

  @Test
  void canBeBoundAgainAtOnce() throws IOException {
    for (int round = 0; round < 20; round++) {
      bind(file()).close();
    }
    assertThatNothingIsIn(folder);
  }

  @Test
  void isNotRemovedWhenItHasBecomeAnothers() throws IOException {
    Transport bound = bind(file());
    Files.delete(file());
    Files.writeString(file(), "another's");
    bound.close();
    assertThat(file()).hasContent("another's");
  }

  @Test
  void replacesOneThatNobodyListensAt() throws IOException {
    leaveStale(file());
    Transport receiver = bind(file());
    Transport sender = lab.sender(Pattern.PAIR, at(file()));
    sender.send(text("fresh"), LONG);
    assertThat(receiveWord(receiver)).isEqualTo("fresh");
    assertThat(names(folder)).containsExactly("cam:5555");
  }

  @Test
  void leavesAloneWhatAnotherProgramListensAt() throws IOException {
    Transport first = bind(file());
    assertThatThrownBy(() -> bind(file()))
        .isInstanceOf(TransportException.class)
        .hasMessage(
            "cannot bind "
                + at(file())
                + ": another program listens there; stop it, or choose another path");
    Transport sender = lab.sender(Pattern.PAIR, at(file()));
    sender.send(text("still here"), LONG);
    assertThat(receiveWord(first)).isEqualTo("still here");
  }

  @Test
  void leavesAFileAndWhatALinkPointsToAlone() throws IOException {
    Files.writeString(file(), "precious");
    assertRefused("there is a file that is no socket; choose another path");
    assertThat(file()).hasContent("precious");
    Path target = folder.resolve("target");
    leaveStale(target);
    Files.delete(file());
    Files.createSymbolicLink(file(), target);
    assertRefused("there is a file that is no socket");
    assertThat(file()).isSymbolicLink();
    assertThat(target).exists();
  }

  @Test
  void leavesAFolderAlone() throws IOException {
    Files.createDirectory(file());
    assertRefused("there is a folder; choose another path");
    assertThat(file()).isDirectory();
  }

  @Test
  void leavesAPipeAlone() throws Exception {
    Process made = new ProcessBuilder("mkfifo", file().toString()).start();
    assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).isZero();
    assertRefused("there is a file that is no socket");
    assertThat(Files.exists(file())).isTrue();
  }

  @Test
  void needsItsFolder() {
    Path missing = folder.resolve("missing/cam:5555");
    assertThatThrownBy(() -> bind(missing))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("cannot bind " + at(missing))
        .hasMessageContaining("there is no folder " + missing.getParent());
    await().until(() -> Lab.zmqThreads() == 0);
  }

  @Test
  void hasAPathThatFitsIntoASocketAddress() {
    Path longest = ofLength(106);
    bind(longest);
    assertThat(Files.exists(longest)).isTrue();
    Path tooLong = ofLength(107);
    for (boolean bind : new boolean[] {true, false}) {
      assertThatThrownBy(() -> lab.open(Lab.request(Pattern.PAIR, Role.SENDER, at(tooLong), bind)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("has 107 bytes")
          .hasMessageContaining("may have 106")
          .hasMessageContaining("choose a shorter one");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"@camera", "*", "a\u0000b"})
  void hasToBeNameable(String address) {
    for (boolean bind : new boolean[] {true, false}) {
      assertThatThrownBy(
              () ->
                  lab.open(
                      Lab.request(Pattern.PAIR, Role.SENDER, new Endpoint("ipc", address), bind)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("cannot use ipc://" + address)
          .hasMessageContaining("name a file, as in ipc:///tmp/camera:5555");
    }
  }

  @Test
  void canBeRelativeToTheWorkingDirectory() {
    Path here = Path.of("").toAbsolutePath();
    Path relative = here.relativize(file().toAbsolutePath());
    Transport receiver = bind(relative);
    assertThat(file()).exists();
    Transport sender = lab.sender(Pattern.PAIR, at(relative));
    sender.send(text("near"), LONG);
    assertThat(receiveWord(receiver)).isEqualTo("near");
  }

  @Test
  void isNoFileOrFolderWhereOneConnects() throws IOException {
    Files.createDirectory(folder.resolve("d"));
    Files.writeString(folder.resolve("f"), "text");
    assertThatThrownBy(() -> lab.sender(Pattern.PAIR, at(folder.resolve("d"))))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("there is a folder; check the path");
    assertThatThrownBy(() -> lab.sender(Pattern.PAIR, at(folder.resolve("f"))))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("there is a file that is no socket; check the path");
  }

  @Test
  void canBeALinkWhereOneConnects() throws IOException {
    Transport receiver = bind(file());
    Path link = Files.createSymbolicLink(folder.resolve("link"), file());
    Transport sender = lab.sender(Pattern.PAIR, at(link));
    sender.send(text("through"), LONG);
    assertThat(receiveWord(receiver)).isEqualTo("through");
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> bind(file()))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("cannot bind " + at(file()) + ": ")
        .hasMessageContaining(why);
    await().until(() -> Lab.zmqThreads() == 0);
  }

  /** A socket that was bound and closed leaves its file. */
  private static void leaveStale(Path path) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
    }
    assertThat(Files.exists(path)).isTrue();
  }

  private Path ofLength(int bytes) {
    int left = bytes - folder.toString().length() - 1;
    return folder.resolve("é" + "x".repeat(left - 2));
  }

  private Path file() {
    return folder.resolve("cam:5555");
  }

  private String permissions() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
  }

  private static void assertThatNothingIsIn(Path folder) throws IOException {
    assertThat(names(folder)).isEmpty();
  }

  private static java.util.List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Endpoint at(Path path) {
    return new Endpoint("ipc", path.toString());
  }

  private Transport bind(Path path) {
    return lab.open(Lab.request(Pattern.PAIR, Role.RECEIVER, at(path), true));
  }

  private Transport bind(Path path, Set<PosixFilePermission> permissions) {
    TransportOptions usual = Requests.options();
    TransportOptions options =
        new TransportOptions(
            usual.maxMessageBytes(),
            usual.highWaterMark(),
            usual.heartbeat(),
            usual.retryDelay(),
            usual.maxRetryDelay(),
            usual.security(),
            permissions);
    return lab.open(
        Requests.request(at(path), Pattern.PAIR, Role.RECEIVER, true, new FramePool(), options));
  }
}
