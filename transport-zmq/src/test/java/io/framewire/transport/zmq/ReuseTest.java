package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.checkFrame;
import static io.framewire.transport.zmq.Lab.frame;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.spi.TransportRequest;
import io.framewire.testing.Requests;
import io.framewire.testing.Soak;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Memory that goes back to the pool too early would show in a frame as bytes of a later one. Frames
 * are larger than any buffer on their way, so that of those which a receiver leaves unread one is
 * always half written.
 */
class ReuseTest {
  private static final int SIZE = 3_000_000;
  private static final int LARGE = 12_000_000;
  private static final int FRAMES = Soak.times(12, 200);
  private static final int FULL = 2;
  private static final Duration MOMENT = Duration.ofMillis(20);

  @RegisterExtension final Lab lab = new Lab();
  private final FramePool pool = new FramePool();

  @ParameterizedTest
  @CsvSource({
    "PAIR,false", "REQ_REP,false", "PUB_SUB,false", "PUSH_PULL,false",
    "PAIR,true", "REQ_REP,true", "PUB_SUB,true", "PUSH_PULL,true"
  })
  void neverOverwritesAFrameThatASlowReceiverStillReads(Pattern pattern, boolean senderBinds) {
    List<Transport> ends = ends(pattern, senderBinds, Requests.HIGH_WATER_MARK);
    CompletableFuture<List<Integer>> received =
        Lab.background(() -> readSlowly(ends.get(1), pattern));
    for (int number = 0; number < FRAMES; number++) {
      assertThat(ends.get(0).send(frame(pool, number, SIZE), LONG)).isNotEqualTo(Sent.TIMED_OUT);
      if (pattern.answers()) {
        ends.get(0).receive(LONG).orElseThrow().close();
      }
    }
    end(ends.get(0));
    assertThat(received.join()).hasSizeGreaterThan(pattern == Pattern.PUB_SUB ? 0 : FRAMES - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "PUSH_PULL,false,1",
    "PUSH_PULL,false,2",
    "PUSH_PULL,false,5",
    "PUSH_PULL,true,1",
    "PUSH_PULL,true,5",
    "PUB_SUB,false,1",
    "PUB_SUB,true,1"
  })
  void neverOverwritesAFrameWhenAllIsFull(Pattern pattern, boolean senderBinds, int mark) {
    List<Transport> ends = ends(pattern, senderBinds, mark);
    greet(ends.get(0), ends.get(1));
    List<Integer> sent = fill(ends.get(0));
    CompletableFuture<List<Integer>> received =
        Lab.background(() -> readSlowly(ends.get(1), pattern));
    end(ends.get(0));
    assertThat(received.join()).isEqualTo(sent);
  }

  /** A receiver that outlived other senders may have any number of answers to theirs. */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void neverOverwritesAFrameHoweverManyAnswersCameTooEarly(boolean senderBinds) {
    List<Transport> ends = ends(Pattern.PAIR, senderBinds, 1);
    Transport sender = ends.get(0);
    List<Integer> sent = new ArrayList<>();
    // no more in a soak: who reads nothing for some seconds misses the heartbeats, too
    int frames = 2 * SocketKind.IN_LOCK_STEP + 12;
    for (int number = 0; number < frames; number++) {
      if (sender.send(frame(pool, number, SIZE), number == 0 ? LONG : MOMENT) == Sent.YES) {
        sent.add(number);
      }
      assertThat(ends.get(1).send(text("taken"), LONG)).isEqualTo(Sent.YES);
      // one to a frame that is still read is none
      sender.receive(MOMENT).ifPresent(Multipart::close);
    }
    assertThat(sent).as("the receiver reads none").hasSizeLessThan(frames);
    CompletableFuture<List<Integer>> received =
        Lab.background(() -> readSlowly(ends.get(1), Pattern.PUSH_PULL));
    end(sender);
    assertThat(received.join()).isEqualTo(sent);
  }

  /** Else the sender's owner would change a frame that is only half written. */
  @Test
  void anAnswerThatComesBeforeItsFrameHasLeftIsNotToThat() {
    List<Transport> ends = ends(Pattern.PAIR, false, 1);
    Transport sender = ends.get(0);
    Transport receiver = ends.get(1);
    for (int early = 0; early < 3; early++) {
      assertThat(receiver.send(text("another sender's"), LONG)).isEqualTo(Sent.YES);
    }
    assertThat(sender.send(frame(pool, 1, LARGE), LONG)).isEqualTo(Sent.YES);
    assertThat(sender.receive(MOMENT)).isEmpty();
    CompletableFuture<?> reading =
        Lab.background(
            () -> {
              receiver.receive(LONG).orElseThrow().close();
              return receiver.send(text("this one's"), LONG);
            });
    assertThat(receiveWord(sender)).isEqualTo("this one's");
    assertThat(reading).succeedsWithin(LONG);
  }

  @ParameterizedTest
  @CsvSource({"PUB_SUB", "PUSH_PULL"})
  void neverOverwritesAFrameThatOneOfTwoReceiversStillReads(Pattern pattern) {
    Transport sender = lab.open(request(pattern, Role.SENDER, Lab.ANY, true, 1));
    Transport stuck = lab.connecting(pattern, Role.RECEIVER, sender.endpoint());
    Transport quick = lab.connecting(pattern, Role.RECEIVER, sender.endpoint());
    greet(sender, stuck, quick);
    CompletableFuture<List<Integer>> read = Lab.background(() -> readSlowly(quick, pattern));
    for (int number = 0; number < 2 * FRAMES; number++) {
      assertThat(sender.send(frame(pool, number, SIZE), LONG)).isNotEqualTo(Sent.TIMED_OUT);
    }
    CompletableFuture<List<Integer>> late = Lab.background(() -> readSlowly(stuck, pattern));
    while (!read.isDone() || !late.isDone()) {
      // in PUSH/PULL it goes to one of them
      sender.send(text("end"), MOMENT);
    }
    assertThat(read.join()).hasSizeGreaterThan(late.join().size());
    assertThat(late.join()).isNotEmpty();
  }

  @Test
  void neverOverwritesAFrameThatAReceiverHasWhileAnotherAnswers() {
    Transport sender = lab.open(request(Pattern.REQ_REP, Role.SENDER, Lab.ANY, true, 1));
    try (RawPeer stuck = RawPeer.ready(sender.endpoint(), "REP");
        RawPeer other = RawPeer.ready(sender.endpoint(), "REP")) {
      assertThat(sender.send(frame(pool, 0, LARGE), LONG)).isEqualTo(Sent.YES);
      stuck.readFrame();
      assertThat(sender.send(frame(pool, 1, LARGE), LONG)).isEqualTo(Sent.YES);
      byte[] id = other.readFrame();
      assertThat(other.readFrame()).isEmpty();
      assertThat(other.readFrame()).hasSize(4);
      assertThat(other.readFrame()).hasSize(LARGE);
      other.sendSmall(true, id).sendSmall(true).sendSmall(false, (byte) 'a');
      sender.receive(LONG).orElseThrow().close();
      List.of(frame(pool, 2, LARGE), frame(pool, 3, LARGE)).forEach(Multipart::close);
      assertThat(stuck.readFrame()).isEmpty();
      assertThat(stuck.readFrame()).hasSize(4);
      ByteBuffer body = ByteBuffer.wrap(stuck.readFrame());
      assertThat(body.mismatch(ByteBuffer.allocate(LARGE))).as("first other byte").isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PAIR,false", "REQ_REP,false", "PUB_SUB,false", "PUSH_PULL,false",
    "PAIR,true", "REQ_REP,true", "PUB_SUB,true", "PUSH_PULL,true"
  })
  void neverOverwritesAFrameWhenReceiversAreKilledAndComeBack(
      Pattern pattern, boolean senderBinds) {
    List<Transport> ends = ends(pattern, senderBinds, 1);
    Transport sender = ends.get(0);
    Transport receiver = ends.get(1);
    int next = 0;
    for (int life = 0; life < Soak.times(1, 20); life++) {
      Transport mortal = receiver;
      CompletableFuture<List<Integer>> read = Lab.background(() -> readSlowly(mortal, pattern, 2));
      next = sendAnyway(sender, pattern, next, read);
      read.join();
      mortal.close(Duration.ZERO);
      Endpoint at = senderBinds ? sender.endpoint() : mortal.endpoint();
      receiver = lab.open(request(pattern, Role.RECEIVER, at, !senderBinds, 1));
    }
    Transport last = receiver;
    CompletableFuture<List<Integer>> read = Lab.background(() -> readSlowly(last, pattern, 3));
    sendAnyway(sender, pattern, next, read);
    assertThat(read.join()).hasSize(3);
  }

  /** The sender and its receiver. */
  private List<Transport> ends(Pattern pattern, boolean senderBinds, int mark) {
    Role first = senderBinds ? Role.SENDER : Role.RECEIVER;
    Transport bound = lab.open(request(pattern, first, Lab.ANY, true, mark));
    Role second = senderBinds ? Role.RECEIVER : Role.SENDER;
    Transport other = lab.open(request(pattern, second, bound.endpoint(), false, mark));
    return senderBinds ? List.of(bound, other) : List.of(other, bound);
  }

  private TransportRequest request(
      Pattern pattern, Role role, Endpoint at, boolean bind, int mark) {
    FramePool its = role == Role.SENDER ? pool : new FramePool();
    return Requests.request(
        at, pattern, role, bind, its, Requests.options(Requests.MAX_MESSAGE_BYTES, mark));
  }

  /** Sends until nothing more is taken; returns what was. */
  private List<Integer> fill(Transport sender) {
    List<Integer> sent = new ArrayList<>();
    for (int number = 0, refused = 0; refused < FULL; number++) {
      Sent said = sender.send(frame(pool, number, SIZE), MOMENT);
      if (said == Sent.YES) {
        sent.add(number);
      } else {
        // PUB waits for nobody, not even for the thread that is about to take the one before
        LockSupport.parkNanos(MOMENT.toNanos());
      }
      refused = said == Sent.YES ? 0 : refused + 1;
    }
    return sent;
  }

  /** Sends on, whether it is taken and answered or not, until a receiver has read enough. */
  private int sendAnyway(
      Transport sender, Pattern pattern, int first, CompletableFuture<List<Integer>> read) {
    int number = first;
    for (int after = 0; after < FULL; after += read.isDone() ? 1 : 0) {
      Sent sent = sender.send(frame(pool, number++, SIZE), MOMENT);
      if (sent == Sent.YES && pattern.answers()) {
        sender.receive(MOMENT).ifPresent(Multipart::close);
      }
    }
    return number;
  }

  /** Until each has heard something. */
  private static void greet(Transport sender, Transport... receivers) {
    for (Transport receiver : receivers) {
      do {
        sender.send(text("hello"), MOMENT);
      } while (receiver.receive(MOMENT).isEmpty());
    }
  }

  private static void end(Transport sender) {
    while (sender.send(text("end"), LONG) != Sent.YES) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static List<Integer> readSlowly(Transport receiver, Pattern pattern) {
    return readSlowly(receiver, pattern, Integer.MAX_VALUE);
  }

  /** The numbers of so many frames, or of all to the end; none may be of two frames' bytes. */
  private static List<Integer> readSlowly(Transport receiver, Pattern pattern, int most) {
    List<Integer> numbers = new ArrayList<>();
    while (numbers.size() < most) {
      try (Multipart message = receiver.receive(LONG).orElseThrow()) {
        if (message.parts().size() > 1) {
          LockSupport.parkNanos(3_000_000);
          numbers.add(checkFrame(message));
        } else if (Lab.word(message).equals("end")) {
          break;
        }
      }
      if (pattern.answers()) {
        receiver.send(text("taken"), LONG);
      }
    }
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
    return numbers;
  }
}
