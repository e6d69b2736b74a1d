package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.TransportException;
import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How a transport ends, and what of it is left. */
abstract class TransportCloseRules extends TransportLimitRules {
  private static final int SIZE = 1_000;
  private static final int LAST = 3;

  @TestFactory
  Stream<DynamicTest> closeEndsAReceiveThatWaits() {
    return each(
        pattern -> {
          Transport receiver = open(pattern, Role.RECEIVER, endpoint(), true);
          requireEnds(receiver, () -> receiver.receive(longTime()));
        });
  }

  @TestFactory
  Stream<DynamicTest> closeEndsASendThatWaits() {
    return each(
        pattern -> {
          FramePool pool = new FramePool();
          Transport sender = open(pattern, Role.SENDER, endpoint(), true);
          requireEnds(sender, () -> sender.send(Ends.message(pool, 1, SIZE), longTime()));
        });
  }

  private void requireEnds(Transport transport, Patience.Task<?> wait) {
    Patience.Running<?> waiting = patience().start(wait::run);
    patience().await(waiting::isAtRest);
    patience().run("close while another thread waits", transport::close);
    waiting
        .failure("a wait when another thread closes the transport")
        .ifPresent(failure -> assertThat(failure).isInstanceOf(TransportException.class));
  }

  private Duration longTime() {
    return limit().multipliedBy(3);
  }

  @Test
  void closingTwiceIsHarmless() {
    Transport transport = open(anyPattern(), Role.RECEIVER, endpoint(), true);
    close(transport);
    assertThatCode(() -> close(transport)).doesNotThrowAnyException();
    assertThatCode(() -> patience().run("close", () -> transport.close(longTime())))
        .doesNotThrowAnyException();
  }

  @TestFactory
  Stream<DynamicTest> aClosedTransportNeitherSendsNorReceives() {
    return each(
        pattern -> {
          Transport transport = open(pattern, Role.SENDER, endpoint(), true);
          close(transport);
          assertThatThrownBy(() -> patience().call("receive", () -> transport.receive(limit())))
              .isInstanceOf(TransportException.class);
          Multipart message = Ends.message(FramePool.unpooled(), 1, SIZE);
          assertThatThrownBy(() -> patience().call("send", () -> transport.send(message, limit())))
              .isInstanceOf(TransportException.class);
        });
  }

  @Test
  void canBeAskedAfterTheClose() {
    Transport transport = open(anyPattern(), Role.SENDER, endpoint(), true);
    close(transport);
    assertThat(transport.endpoint()).isNotNull();
    assertThat(transport.situation()).isNotNull();
    assertThat(transport.peersLost()).isNotNegative();
    assertThat(transport.messagesLost()).isNotNegative();
    assertThat(transport.lastLost()).isFalse();
  }

  @TestFactory
  Stream<DynamicTest> whatWasSentBeforeTheCloseHasTheLingerToLeave() {
    return each(
        pattern -> pattern == Pattern.PUSH_PULL,
        pattern -> {
          try (Ends ends = ends(pattern)) {
            ends.exchange(0, SIZE);
            for (int number = 1; number <= LAST; number++) {
              send(ends, number);
            }
            Patience.Running<Void> closing = longPatience().start(() -> ends.sender.close(limit()));
            for (int number = 1; number <= LAST; number++) {
              Optional<Multipart> next =
                  longPatience().call("receive", () -> ends.receiver.receive(limit()));
              assertThat(next.isPresent()).as("message %d after the close", number).isTrue();
              try (Multipart message = next.get()) {
                Ends.require(number, message);
              }
            }
            closing.get("close");
            assertThat(ends.sender.lastLost()).as("the last is lost").isFalse();
          }
        });
  }

  private void send(Ends ends, int number) {
    Multipart message = Ends.message(ends.senderPool, number, SIZE);
    longPatience().call("send", () -> ends.sender.send(message, limit()));
  }

  @TestFactory
  Stream<DynamicTest> noThreadIsLeftAfterTheClose() {
    return each(
        pattern -> {
          // what the first message starts may stay, a thread that frees memory for instance
          try (Ends warm = ends(pattern)) {
            warm.exchange(0, SIZE);
          }
          Threads before = Threads.now();
          try (Ends ends = ends(pattern)) {
            ends.exchange(1, SIZE);
            assertThat(before.newOnes())
                .as("its threads are daemons")
                .allMatch(Thread::isDaemon, "is a daemon");
          }
          before.requireNoMore(limit(), "the close");
        });
  }
}
