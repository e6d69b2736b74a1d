package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Exchanges.exchange;
import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.checkFrame;
import static io.framewire.transport.zmq.Lab.frame;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import io.framewire.wire.Security;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CurveTest {
  private static final int[] SIZES = IntStream.generate(() -> 100_000).limit(5).toArray();

  @RegisterExtension final Lab lab = new Lab();
  @TempDir private Path folder;
  private Ends ends;

  @BeforeEach
  void makeKeys() {
    ends = new Ends(folder);
  }

  static Stream<Arguments> everyWay() {
    List<Arguments> ways = new ArrayList<>();
    for (Pattern pattern : Pattern.values()) {
      for (Role binds : Role.values()) {
        for (Role serves : Role.values()) {
          ways.add(Arguments.of(pattern, binds, serves));
        }
      }
    }
    return ways.stream();
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void carriesFramesWhoeverBindsAndWhoeverHasTheServersKeys(
      Pattern pattern, Role binds, Role serves) {
    Transport bound = lab.open(request(pattern, binds, serves, true, null));
    Transport connected = lab.open(request(pattern, binds.other(), serves, false, bound));
    boolean senderBinds = binds == Role.SENDER;
    exchange(pattern, senderBinds ? bound : connected, senderBinds ? connected : bound, SIZES);
  }

  @ParameterizedTest
  @EnumSource
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no permissions for the socket file")
  void carriesFramesThroughASocketFile(Pattern pattern) {
    Endpoint at = new Endpoint("ipc", folder.resolve("s:1").toString());
    Transport receiver = lab.open(Ends.request(ends.server, pattern, Role.RECEIVER, at, true));
    Transport sender = lab.open(Ends.request(ends.client, pattern, Role.SENDER, at, false));
    exchange(pattern, sender, receiver, SIZES);
  }

  private io.framewire.spi.TransportRequest request(
      Pattern pattern, Role role, Role serves, boolean bind, Transport to) {
    Security security = role == serves ? ends.server : ends.client;
    return Ends.request(security, pattern, role, bind ? Lab.ANY : to.endpoint(), bind);
  }

  /** It has nothing to say, and for long nobody looks. */
  @Test
  void keepsAReceiverThatCameWhileTheSenderWasBusy() {
    Transport sender =
        lab.open(Ends.request(ends.server, Pattern.PUSH_PULL, Role.SENDER, Lab.ANY, true));
    Tap tap = lab.closeLater(new Tap(sender.endpoint()));
    Transport receiver =
        lab.open(
            Ends.request(ends.client, Pattern.PUSH_PULL, Role.RECEIVER, tap.endpoint(), false));
    awaitNobodyLooking(Duration.ofMillis(1_500));
    assertThat(sender.send(text("frame"), LONG)).isEqualTo(Sent.YES);

    assertThat(receiveWord(receiver)).isEqualTo("frame");
    assertThat(tap.accepted()).as("connections").isEqualTo(1);
  }

  @Test
  void keepsASilentPeerInItsPlaceWhenAStrangerComes() {
    Transport receiver =
        lab.open(Ends.request(ends.server, Pattern.PAIR, Role.RECEIVER, Lab.ANY, true));
    Tap tap = lab.closeLater(new Tap(receiver.endpoint()));
    Transport sender =
        lab.open(Ends.request(ends.client, Pattern.PAIR, Role.SENDER, tap.endpoint(), false));
    awaitNobodyLooking(Duration.ofMillis(600));
    try (RawPeer stranger = new RawPeer(receiver.endpoint())) {
      assertThat(stranger.isRefused()).isTrue();
    }
    exchange(Pattern.PAIR, sender, receiver, SIZES);
    assertThat(tap.accepted()).as("connections").isEqualTo(1);
  }

  private static void awaitNobodyLooking(Duration time) {
    await().pollDelay(time).until(() -> true);
  }

  @Test
  void losesNothingToASlowReceiver() {
    Transport receiver =
        lab.open(Ends.request(ends.server, Pattern.PUSH_PULL, Role.RECEIVER, Lab.ANY, true));
    Transport sender =
        lab.open(
            Ends.request(ends.client, Pattern.PUSH_PULL, Role.SENDER, receiver.endpoint(), false));
    FramePool pool = new FramePool();
    int arrived = 0;
    for (int stall = 0; stall < 2; stall++) {
      int sent = sendUntilThereIsNoRoom(sender, pool, arrived);
      for (; arrived < sent; arrived++) {
        try (Multipart message = receiver.receive(LONG).orElseThrow()) {
          assertThat(checkFrame(message)).isEqualTo(arrived % 100);
        }
      }
    }
    assertThat(receiver.receive(Lab.NOW)).isEmpty();
  }

  private static int sendUntilThereIsNoRoom(Transport sender, FramePool pool, int from) {
    int number = from;
    while (sender.send(frame(pool, number % 100, 300_000), Lab.SECOND) == Sent.YES) {
      number++;
    }
    return number;
  }
}
