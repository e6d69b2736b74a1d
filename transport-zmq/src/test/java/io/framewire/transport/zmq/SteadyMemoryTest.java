package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.checkFrame;
import static io.framewire.transport.zmq.Lab.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.testing.Requests;
import io.framewire.testing.Soak;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stream in its stride makes no new memory, and keeps none of a size it has no longer. */
class SteadyMemoryTest {
  private static final int SIZE = 100_000;
  private static final int FRAMES = Soak.times(300, 30_000);
  private static final Duration MOMENT = Duration.ofMillis(20);

  @RegisterExtension final Lab lab = new Lab();
  private final FramePool sending = new FramePool();
  private final FramePool receiving = new FramePool();

  @ParameterizedTest
  @CsvSource({
    "PAIR,false",
    "PAIR,true",
    "REQ_REP,false",
    "REQ_REP,true",
    "PUB_SUB,false",
    "PUSH_PULL,false"
  })
  void makesNoMemoryForFurtherFrames(Pattern pattern, boolean senderBinds) {
    Stream stream = open(pattern, senderBinds);
    stream.pass(20, SIZE);
    long sendersFirst = sending.statistics().allocations();
    stream.pass(FRAMES, SIZE);
    // one more may come: a pipe of some messages is not always as full at first
    assertThat(sending.statistics().allocations())
        .isLessThanOrEqualTo(sendersFirst + 1)
        .isLessThanOrEqualTo(Requests.HIGH_WATER_MARK + 2);
    assertThat(receiving.statistics().allocations())
        .isLessThanOrEqualTo(Requests.HIGH_WATER_MARK + 4);
  }

  @ParameterizedTest
  @CsvSource({"PAIR,false", "REQ_REP,false", "PUB_SUB,false", "PUSH_PULL,false"})
  void letsGoOfTheSizeThatTheStreamHadBefore(Pattern pattern, boolean senderBinds) {
    Stream stream = open(pattern, senderBinds);
    stream.pass(10, 40 * SIZE);
    assertThat(receiving.statistics().idleBytes()).isGreaterThanOrEqualTo(40 * SIZE);
    // one buffer goes each time that one comes back and was idle for a hundred frames
    stream.pass(130, SIZE);
    assertThat(receiving.statistics().idleBytes()).as("received").isLessThan(10 * SIZE);
    assertThat(sending.statistics().idleBytes()).as("sent").isLessThan(10 * SIZE);

    stream.pass(10, 40 * SIZE);
    assertThat(receiving.statistics().idleBytes()).isGreaterThanOrEqualTo(40 * SIZE);
  }

  /** As those of a machine that is suspended, whose system still takes connections. */
  @Test
  void holdsNoMoreFramesForEachConnectionThatNobodyGreetsOn() throws IOException {
    Transport receiver = open(Pattern.PUSH_PULL, Role.RECEIVER, true, Lab.ANY);
    Transport sender = open(Pattern.PUSH_PULL, Role.SENDER, false, receiver.endpoint());
    assertThat(sender.send(frame(sending, 0, SIZE), LONG)).isEqualTo(Sent.YES);
    receiver.receive(LONG).orElseThrow().close();
    receiver.close();
    try (ServerSocket silent = new ServerSocket(receiver.endpoint().port())) {
      silent.setSoTimeout((int) LONG.toMillis());
      for (int life = 1; life <= 3; life++) {
        Socket idle = lab.closeLater(silent.accept());
        assertThat(fill(sender, life)).as("taken for connection %d", life).isPositive();
        assertThat(sending.statistics().lentBlocks())
            .as("held after connection %d", life)
            .isLessThanOrEqualTo(Requests.HIGH_WATER_MARK + 1);
        idle.close();
      }
    }
  }

  /** Until nothing more is taken; returns how many were. */
  private int fill(Transport sender, int number) {
    int sent = 0;
    while (sender.send(frame(sending, number, SIZE), sent == 0 ? LONG : MOMENT) == Sent.YES) {
      sent++;
    }
    return sent;
  }

  private Stream open(Pattern pattern, boolean senderBinds) {
    Role first = senderBinds ? Role.SENDER : Role.RECEIVER;
    Transport bound = open(pattern, first, true, Lab.ANY);
    Role second = senderBinds ? Role.RECEIVER : Role.SENDER;
    Transport other = open(pattern, second, false, bound.endpoint());
    return senderBinds
        ? new Stream(pattern, bound, other, sending)
        : new Stream(pattern, other, bound, sending);
  }

  private Transport open(Pattern pattern, Role role, boolean bind, Endpoint at) {
    FramePool pool = role == Role.SENDER ? sending : receiving;
    return lab.open(Requests.request(at, pattern, role, bind, pool));
  }

  private record Stream(Pattern pattern, Transport sender, Transport receiver, FramePool pool) {
    /** Frames of this size, each of which is read before the next is sent. */
    void pass(int frames, int size) {
      for (int number = 0; number < frames; number++) {
        Optional<Multipart> message = Optional.empty();
        while (message.isEmpty()) {
          Sent sent = sender.send(frame(pool, number, size), MOMENT);
          message = receiver.receive(sent == Sent.YES ? LONG : MOMENT);
        }
        assertThat(checkFrame(message.get())).isEqualTo(number);
        message.get().close();
        if (pattern.answers()) {
          assertThat(receiver.send(Lab.text("taken"), LONG)).isEqualTo(Sent.YES);
          sender.receive(LONG).orElseThrow().close();
        }
      }
    }
  }
}
