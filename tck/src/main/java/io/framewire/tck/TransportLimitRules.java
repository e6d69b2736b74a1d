package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.error.FramewireException;
import io.framewire.error.ProtocolException;
import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** That waits end in time, and neither sizes nor queues go over their limits. */
abstract class TransportLimitRules extends TransportMemoryRules {
  private static final Duration TIMEOUT = Duration.ofMillis(60);
  private static final Duration QUICK = Duration.ofMillis(10);
  private static final Duration ALMOST = Duration.ofMillis(50);
  private static final Duration MOMENT = Duration.ofMillis(300);
  private static final int MOST_UNDER_WAY = 64;
  private static final int LARGE = 1_000_000;
  private static final int SIZE = 20_000;

  @TestFactory
  Stream<DynamicTest> receivingWaitsForItsTimeoutAndNoLonger() {
    return each(
        pattern -> {
          Transport receiver = open(pattern, Role.RECEIVER, endpoint(), true);
          try {
            long begun = System.nanoTime();
            Optional<Multipart> nothing =
                patience().call("receive of " + TIMEOUT, () -> receiver.receive(TIMEOUT));
            assertThat(nothing).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("time until nothing was received")
                .isGreaterThanOrEqualTo(ALMOST);
          } finally {
            close(receiver);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> sendingToNobodyEndsInTime() {
    return each(
        pattern -> {
          FramePool pool = new FramePool();
          Transport sender = open(pattern, Role.SENDER, endpoint(), true);
          try {
            Sent sent =
                patience()
                    .call(
                        "send of " + TIMEOUT,
                        () -> sender.send(Ends.message(pool, 1, SIZE), TIMEOUT));
            assertThat(sent).isNotEqualTo(Sent.LOST);
          } finally {
            close(sender);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aReceiverThatDoesNotReadHoldsThePushingSenderUp() {
    return each(
        pattern -> pattern == Pattern.PUSH_PULL,
        pattern -> {
          try (Ends ends = ends(pattern)) {
            ends.exchange(0, SIZE);
            int sent = 0;
            while (sent < MOST_UNDER_WAY && sendLarge(ends) == Sent.YES) {
              sent++;
            }
            assertThat(sent).as("megabytes taken that nobody reads").isLessThan(MOST_UNDER_WAY);
          }
        });
  }

  private Sent sendLarge(Ends ends) {
    Multipart message = Ends.message(ends.senderPool, 1, LARGE);
    return patience().call("send of " + QUICK, () -> ends.sender.send(message, QUICK));
  }

  @Test
  void aPartOverTheLimitIsNeverHandedOut() {
    try (Ends ends = new Ends(this, anyPattern(), Role.RECEIVER, SIZE)) {
      ends.exchange(0, SIZE);
      Multipart large = Ends.message(ends.senderPool, 1, SIZE + 1);
      Patience.Running<Sent> sending = patience().start(() -> ends.sender.send(large, MOMENT));
      try {
        Optional<Multipart> got = patience().call("receive", () -> ends.receiver.receive(MOMENT));
        assertThat(got).as("a part of %d, over the limit of %d", SIZE + 1, SIZE).isEmpty();
      } catch (ProtocolException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
      sending.get("send");
    }
  }

  @Test
  void anInterruptedThreadDoesNotWaitAndStaysInterrupted() {
    Transport receiver = open(anyPattern(), Role.RECEIVER, endpoint(), true);
    try {
      boolean interrupted =
          patience().call("receive on an interrupted thread", () -> interrupted(receiver));
      assertThat(interrupted).as("interrupted still").isTrue();
    } finally {
      close(receiver);
    }
  }

  private boolean interrupted(Transport receiver) {
    Thread.currentThread().interrupt();
    try {
      receiver.receive(limit().multipliedBy(2)).ifPresent(Multipart::close);
    } catch (FramewireException stopped) {
      assertThat(stopped.getMessage()).isNotBlank();
    }
    return Thread.interrupted();
  }
}
