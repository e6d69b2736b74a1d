package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.checkFrame;
import static io.framewire.transport.zmq.Lab.frame;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.spi.TransportRequest;
import io.framewire.testing.Requests;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory that goes back to the pool too early would show in a frame as bytes of a later one. */
class ReuseTest {
  private static final int SIZE = 3_000_000;
  private static final int FRAMES = 60;

  @RegisterExtension final Lab lab = new Lab();

  @ParameterizedTest
  @CsvSource({"PAIR", "REQ_REP", "PUB_SUB", "PUSH_PULL"})
  void neverOverwritesAFrameThatASlowReceiverStillReads(Pattern pattern) {
    Transport receiver = lab.receiver(pattern);
    Transport sender = lab.sender(pattern, receiver.endpoint());
    FramePool pool = new FramePool();
    CompletableFuture<Integer> received = Lab.background(() -> readSlowly(receiver, pattern));
    sendFast(sender, pattern, pool);
    assertThat(received.join()).isGreaterThan(pattern == Pattern.PUB_SUB ? 1 : FRAMES - 1);
    assertThat(pool.statistics().allocations()).as("buffers in use at once").isLessThan(10);
  }

  @ParameterizedTest
  @CsvSource({"PAIR", "REQ_REP", "PUB_SUB", "PUSH_PULL"})
  void neverOverwritesAFrameWhereTheSenderBinds(Pattern pattern) {
    Transport sender = lab.binding(pattern, Role.SENDER);
    Transport receiver = lab.connecting(pattern, Role.RECEIVER, sender.endpoint());
    CompletableFuture<Integer> received = Lab.background(() -> readSlowly(receiver, pattern));
    sendFast(sender, pattern, new FramePool());
    assertThat(received.join()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "5"})
  void holdsAtAnyHighWaterMark(int highWaterMark) {
    FramePool pool = new FramePool();
    Transport receiver = lab.receiver(Pattern.PUSH_PULL);
    Transport sender =
        lab.open(
            Requests.request(
                receiver.endpoint(),
                Pattern.PUSH_PULL,
                Role.SENDER,
                false,
                pool,
                Requests.options(1 << 20, highWaterMark)));
    CompletableFuture<Integer> received =
        Lab.background(() -> readSlowly(receiver, Pattern.PUSH_PULL));
    sendFast(sender, Pattern.PUSH_PULL, pool);
    assertThat(received.join()).isEqualTo(FRAMES);
  }

  @ParameterizedTest
  @CsvSource({"0,false", "2,false", "40,false", "0,true", "2,true", "40,true"})
  void neverOverwritesAFrameWhoseAnswerCameForAnother(int unanswered, boolean bind)
      throws Exception {
    try (ServerSocket server = new ServerSocket(0)) {
      FramePool pool = new FramePool();
      Endpoint to = Endpoint.parse("tcp://127.0.0.1:" + server.getLocalPort());
      Transport sender = lab.open(request(bind ? Lab.ANY : to, bind, unanswered, pool));
      CompletableFuture<Integer> read =
          Lab.background(
              () -> {
                RawPeer peer = bind ? new RawPeer(sender.endpoint()) : accept(server);
                return answerTooOftenAndReadSlowly(peer, 1 + unanswered);
              });
      for (int number = 0; number < FRAMES; number++) {
        assertThat(sender.send(frame(pool, number, SIZE), LONG)).isEqualTo(Sent.YES);
        sender.receive(LONG).orElseThrow().close();
      }
      assertThat(read).succeedsWithin(LONG.multipliedBy(2)).isEqualTo(FRAMES);
      assertThat(pool.statistics().allocations()).isLessThan(8);
    }
  }

  @Test
  void holdsFewFramesHoweverManyLateAnswersNeverCome() {
    FramePool pool = new FramePool();
    Transport sender = lab.open(request(Lab.ANY, true, 40, pool));
    Transport receiver = lab.connecting(Pattern.PAIR, Role.RECEIVER, sender.endpoint());
    CompletableFuture<Integer> received = Lab.background(() -> readSlowly(receiver, Pattern.PAIR));
    sendFast(sender, Pattern.PAIR, pool);
    assertThat(received.join()).isEqualTo(FRAMES);
    assertThat(pool.statistics().allocations()).isLessThan(5);
  }

  private static TransportRequest request(
      Endpoint at, boolean bind, int unanswered, FramePool pool) {
    return new TransportRequest(
        at, Pattern.PAIR, Role.SENDER, bind, pool, Requests.options(), unanswered, situation -> {});
  }

  private static RawPeer accept(ServerSocket server) {
    try {
      return new RawPeer(server.accept());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Sends late answers first, so that each one it sends comes before its frame was read. */
  private static int answerTooOftenAndReadSlowly(RawPeer stranger, int late) {
    try (RawPeer peer = stranger.shakeHands("PAIR")) {
      for (int number = 0; number < late; number++) {
        peer.sendSmall(false, (byte) 'l');
      }
      for (int number = 0; number < FRAMES; number++) {
        assertThat(ByteBuffer.wrap(peer.readFrame()).getInt()).isEqualTo(number);
        LockSupport.parkNanos(5_000_000);
        byte[] body = peer.readFrame();
        for (int at = 0; at < body.length; at++) {
          assertThat(body[at]).as("byte %d of frame %d", at, number).isEqualTo((byte) number);
          at += 97;
        }
        peer.sendSmall(false, (byte) 'a');
      }
      return FRAMES;
    }
  }

  private static void sendFast(Transport sender, Pattern pattern, FramePool pool) {
    for (int number = 0; number < FRAMES; number++) {
      assertThat(sender.send(frame(pool, number, SIZE), LONG)).isNotEqualTo(Sent.TIMED_OUT);
      if (pattern.answers()) {
        sender.receive(LONG).orElseThrow().close();
      }
    }
    Sent sent = Sent.DROPPED;
    while (sent != Sent.YES) {
      sent = sender.send(text("end"), LONG);
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static int readSlowly(Transport receiver, Pattern pattern) {
    int last = -1;
    int count = 0;
    while (true) {
      try (Multipart message = receiver.receive(LONG).orElseThrow()) {
        if (message.parts().size() == 1) {
          return count;
        }
        LockSupport.parkNanos(5_000_000);
        int number = checkFrame(message);
        assertThat(number).isGreaterThan(last);
        last = number;
        count++;
      }
      if (pattern.answers()) {
        receiver.send(text("taken"), LONG);
      }
    }
  }
}
