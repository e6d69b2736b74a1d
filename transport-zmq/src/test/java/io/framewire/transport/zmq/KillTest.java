package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.checkFrame;
import static io.framewire.transport.zmq.Lab.frame;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Peers that leave at any moment. */
class KillTest {
  private static final int KILLS = Boolean.getBoolean("framewire.soak") ? 1_000 : 60;
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final int SIZE = 300_000;
  private static final Duration BRIEFLY = Duration.ofMillis(20);

  @RegisterExtension final Lab lab = new Lab();
  private final FramePool pool = new FramePool();
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @ParameterizedTest
  @EnumSource
  void aReceiverOutlivesSendersThatLeaveInTheMiddleOfAnything(Pattern pattern) throws Exception {
    Transport receiver = lab.open(Lab.request(pattern, Role.RECEIVER, Lab.ANY, true, pool));
    String type = pattern.word(Role.SENDER).toUpperCase();
    long before = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      before = kill == KILLS / 3 ? descriptors() : before;
      try (RawPeer sender = new RawPeer(receiver.endpoint())) {
        CompletableFuture<?> talking = Lab.background(() -> talk(sender, type));
        receiver.receive(BRIEFLY).ifPresent(message -> answer(receiver, pattern, message));
        assertThat(talking).isNotNull();
        LockSupport.parkNanos(random.nextInt(3_000_000));
      }
    }
    drain(receiver, pattern);
    Transport honest = lab.sender(pattern, receiver.endpoint());
    CompletableFuture<Sent> sent =
        Lab.background(() -> honest.send(frame(pool, 7, SIZE), Lab.LONG));
    try (Multipart message = receiver.receive(Lab.LONG).orElseThrow()) {
      assertThat(checkFrame(message)).as("seed %d", seed).isEqualTo(7);
    }
    assertThat(sent.join()).isEqualTo(Sent.YES);
    honest.close();
    receiver.close();
    awaitAllBlocks();
    assertThat(descriptors()).as("seed %d", seed).isLessThan(before + 12);
  }

  @ParameterizedTest
  @EnumSource
  void aSenderOutlivesReceiversThatLeaveInTheMiddleOfAnything(Pattern pattern) throws Exception {
    TransportRequest request = Lab.request(pattern, Role.SENDER, Lab.ANY, true, pool);
    Transport sender = lab.open(request);
    String type = pattern.word(Role.RECEIVER).toUpperCase();
    for (int kill = 0; kill < KILLS; kill++) {
      try (RawPeer receiver = new RawPeer(sender.endpoint())) {
        Lab.background(() -> listen(receiver, type));
        Sent sent = sender.send(frame(pool, kill, SIZE), BRIEFLY);
        if (sent == Sent.LOST) {
          sender.close();
          sender = lab.open(request);
        } else if (sent == Sent.YES && pattern.answers()) {
          sender.receive(Lab.NOW).ifPresent(Multipart::close);
        }
        LockSupport.parkNanos(random.nextInt(3_000_000));
      }
    }
    Transport last = sender;
    Transport honest = lab.connecting(pattern, Role.RECEIVER, sender.endpoint());
    CompletableFuture<Optional<Multipart>> received =
        Lab.background(() -> honest.receive(Lab.LONG));
    await()
        .pollInSameThread()
        .until(() -> last.send(text("frame"), BRIEFLY) == Sent.YES || received.isDone());
    assertThat(received).as("seed %d", seed).succeedsWithin(Lab.LONG);
    received.join().orElseThrow().close();
    honest.close();
    sender.close();
    awaitAllBlocks();
  }

  /** What JeroMQ forgot comes back when the garbage collector finds it. */
  private void awaitAllBlocks() {
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(pool.statistics().lentBlocks()).as("seed %d", seed).isZero();
            });
  }

  /** A header and a part of a frame, after a handshake or in the middle of one. */
  private Object talk(RawPeer sender, String type) {
    try {
      sender.shakeHands(type);
      if (type.equals("REQ")) {
        sender.sendSmall(true);
      }
      sender.sendSmall(true, (byte) 0, (byte) 0, (byte) 0, (byte) 9).announce(SIZE, false);
      sender.send(new byte[random.nextInt(SIZE - 1)]);
    } catch (UncheckedIOException killed) {
      return killed;
    }
    return sender;
  }

  private static Object listen(RawPeer receiver, String type) {
    try {
      receiver.shakeHands(type);
      if (type.equals("SUB")) {
        receiver.sendSmall(false, (byte) 1);
      }
      return receiver.readFrame();
    } catch (UncheckedIOException killed) {
      return killed;
    }
  }

  private static void drain(Transport receiver, Pattern pattern) {
    Optional<Multipart> left = receiver.receive(BRIEFLY);
    while (left.isPresent()) {
      answer(receiver, pattern, left.get());
      left = receiver.receive(BRIEFLY);
    }
  }

  private static void answer(Transport receiver, Pattern pattern, Multipart message) {
    message.close();
    throw new AssertionError("a torn message was delivered in " + pattern + " at " + receiver);
  }

  /** 0 where the system does not tell. */
  private static long descriptors() throws IOException {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return 0;
    }
    try (var open = Files.list(DESCRIPTORS)) {
      return open.count();
    }
  }
}
