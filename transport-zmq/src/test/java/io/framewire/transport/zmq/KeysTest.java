package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.framewire.error.ConfigurationException;
import io.framewire.error.ProtocolException;
import io.framewire.spi.Situation.State;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import io.framewire.wire.Security;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what the others are told. */
class KeysTest {
  private static final Duration PROMPTLY = Duration.ofSeconds(5);

  @RegisterExtension final Lab lab = new Lab();
  @TempDir private Path folder;
  private Ends ends;

  @BeforeEach
  void makeKeys() {
    ends = new Ends(folder);
  }

  @Test
  void letsOneClientInAndAnotherNot() {
    CurveKeys other = CurveKeys.generate(folder, "other", false);
    Transport receiver = open(ends.server, Role.RECEIVER, Lab.ANY, true);
    Transport stranger = open(ends.client(other), Role.SENDER, receiver.endpoint(), false);
    assertThatThrownBy(() -> stranger.send(text("stranger"), LONG))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("does not know this end's key");
    Transport known = open(ends.client, Role.SENDER, receiver.endpoint(), false);
    known.send(text("known"), LONG);

    assertThat(receiveWord(receiver)).isEqualTo("known");
    assertThat(receiver.receive(Lab.NOW)).isEmpty();
    assertThat(stranger.situation().state()).isEqualTo(State.INCOMPATIBLE);
  }

  @Test
  void letsAClientInWhoseKeyCameWhileTheServerRanAndOutAgain() {
    CurveKeys late = CurveKeys.generate(folder, "late", false);
    Transport receiver = open(ends.server, Role.RECEIVER, Lab.ANY, true);
    Transport early = open(ends.client(late), Role.SENDER, receiver.endpoint(), false);
    assertThatThrownBy(() -> early.send(text("early"), LONG)).isInstanceOf(ProtocolException.class);

    ends.letIn(late);
    Transport sender = open(ends.client(late), Role.SENDER, receiver.endpoint(), false);
    sender.send(text("late"), LONG);
    assertThat(receiveWord(receiver)).isEqualTo("late");

    ends.shutOut(late);
    Transport again = open(ends.client(late), Role.SENDER, receiver.endpoint(), false);
    assertThatThrownBy(() -> again.send(text("again"), LONG)).isInstanceOf(ProtocolException.class);
  }

  @Test
  void aServerThatConnectsSaysWhomItRefused() {
    CurveKeys other = CurveKeys.generate(folder, "other", false);
    Transport receiver = open(ends.client(other), Role.RECEIVER, Lab.ANY, true);
    Transport sender = open(ends.server, Role.SENDER, receiver.endpoint(), false);
    CompletableFuture<?> sending =
        Lab.background(() -> sender.send(text("secret"), Duration.ofSeconds(2)));

    assertThat(receiver.receive(Duration.ofSeconds(2))).isEmpty();
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              assertThat(words(receiver)).contains("a server refused this end's key");
              assertThat(words(sender))
                  .contains(
                      "unknown key "
                          + Certificate.read(other.publicCertificate()).publicKey().z85());
            });
    assertThat(sending)
        .satisfies(
            done -> assertThat(done.handle((sent, failed) -> sent != Sent.YES).get()).isTrue());
  }

  @Test
  void oneBadFileKeepsNobodyElseOut() throws IOException {
    Files.writeString(ends.clients.resolve("0-bad.key"), "public-key = nonsense");
    Files.createDirectory(ends.clients.resolve("1-folder.key"));
    Transport receiver = open(ends.server, Role.RECEIVER, Lab.ANY, true);
    Transport sender = open(ends.client, Role.SENDER, receiver.endpoint(), false);
    sender.send(text("in"), LONG);

    assertThat(receiveWord(receiver)).isEqualTo("in");
  }

  @Test
  void letsNobodyInWhomItCannotJudgeAndEnds() throws IOException {
    Path archive = folder.resolve("clients.zip");
    Transport receiver;
    try (FileSystem files = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      Path clients = Files.createDirectory(files.getPath("/clients"));
      Security server = new Security.Server(ends.serverKeys().secretCertificate(), clients);
      receiver = open(server, Role.RECEIVER, Lab.ANY, true);
    }
    for (int client = 0; client < 2; client++) {
      Transport sender = open(ends.client, Role.SENDER, receiver.endpoint(), false);
      fails(sender, "does not know this end's key");
    }
    assertThat(receiver.receive(Lab.NOW)).isEmpty();
  }

  @Test
  void goesOnCheckingKeysWhenItsThreadIsInterrupted() {
    Transport receiver = open(ends.server, Role.RECEIVER, Lab.ANY, true);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("framewire-zmq-zap")) {
        thread.interrupt();
      }
    }
    CurveKeys other = CurveKeys.generate(folder, "other", false);
    fails(
        open(ends.client(other), Role.SENDER, receiver.endpoint(), false),
        "does not know this end's key");
    open(ends.client, Role.SENDER, receiver.endpoint(), false).send(text("known"), LONG);
    assertThat(receiveWord(receiver)).isEqualTo("known");
  }

  @Test
  void aServerWithoutItsFolderDoesNotStart() throws IOException {
    Security missing =
        new Security.Server(ends.serverKeys().secretCertificate(), folder.resolve("nowhere"));
    assertThatThrownBy(() -> open(missing, Role.RECEIVER, Lab.ANY, true))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("there is no folder " + folder.resolve("nowhere"));
  }

  @Test
  void nobodyIsLetInWhereTheFolderHasGone() throws IOException {
    Transport receiver = open(ends.server, Role.RECEIVER, Lab.ANY, true);
    ends.shutOut(ends.clientKeys());
    Files.delete(ends.clients);
    Transport sender = open(ends.client, Role.SENDER, receiver.endpoint(), false);

    assertThatThrownBy(() -> sender.send(text("x"), LONG)).isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aPlainEndThatConnectsToAnEncryptedOneSaysSo(Pattern pattern) {
    Transport receiver = lab.open(Ends.request(ends.server, pattern, Role.RECEIVER, Lab.ANY, true));
    Transport sender = lab.sender(pattern, receiver.endpoint());

    fails(sender, "is encrypted with CURVE: give this end keys");
    assertThat(receiver.receive(Lab.NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anEncryptedEndThatConnectsToAPlainOneSaysSo(Pattern pattern) {
    Transport receiver = lab.receiver(pattern);
    Transport sender =
        lab.open(Ends.request(ends.client, pattern, Role.SENDER, receiver.endpoint(), false));

    fails(sender, "is not encrypted: give it keys, or this end none");
    assertThat(receiver.receive(Lab.NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "PLAIN", "GSSAPI", ""})
  void refusesEveryOtherMechanism(String mechanism) {
    Transport receiver = open(ends.server, Role.RECEIVER, Lab.ANY, true);
    try (RawPeer stranger = new RawPeer(receiver.endpoint())) {
      stranger.send(RawPeer.greeting(mechanism));
      assertThat(stranger.isRefused()).isTrue();
    }
    assertThat(receiver.receive(Lab.NOW)).isEmpty();
  }

  @Test
  void refusesAPeerThatTalksWithoutAHandshake() {
    Transport receiver = open(ends.server, Role.RECEIVER, Lab.ANY, true);
    try (RawPeer stranger = new RawPeer(receiver.endpoint())) {
      stranger.send(RawPeer.greeting("CURVE")).sendSmall(false, (byte) 'x');
      assertThat(stranger.isRefused()).isTrue();
    }
    assertThat(receiver.receive(Lab.NOW)).isEmpty();
  }

  @Test
  void givesAStrangerNothingWhileItCloses() {
    CurveKeys other = CurveKeys.generate(folder, "other", false);
    Transport sender = open(ends.server, Role.SENDER, Lab.ANY, true);
    Transport stranger = open(ends.client(other), Role.RECEIVER, sender.endpoint(), false);
    CompletableFuture<?> sending =
        Lab.background(() -> sender.send(text("secret"), Duration.ofSeconds(1)));
    sending.join();
    sender.close(Duration.ofMillis(500));

    assertThatThrownBy(() -> stranger.receive(LONG)).isInstanceOf(ProtocolException.class);
  }

  private static void fails(Transport sender, String words) {
    assertThat(Lab.background(() -> firstExchange(sender)))
        .failsWithin(PROMPTLY)
        .withThrowableThat()
        .withCauseInstanceOf(ProtocolException.class)
        .withMessageContaining(words);
  }

  private static Object firstExchange(Transport sender) {
    sender.send(text("frame"), LONG);
    return sender.receive(LONG).isPresent();
  }

  private static String words(Transport transport) {
    return transport.situation().words();
  }

  private Transport open(Security security, Role role, Endpoint at, boolean bind) {
    return lab.open(Ends.request(security, Pattern.PUSH_PULL, role, at, bind));
  }
}
