package io.framewire.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HandoverTest {
  private final List<Integer> discarded = Collections.synchronizedList(new ArrayList<>());

  @Test
  void keepsTheNewestOnly() {
    Handover<Integer> slot = Handover.newest(discarded::add);
    assertThat(slot.put(1)).isFalse();
    assertThat(slot.put(2)).isTrue();
    assertThat(slot.take()).contains(2);
    assertThat(slot.put(3)).isFalse();
    assertThat(discarded).containsExactly(1);
  }

  @Test
  void handsOutAllInOrderBeforeTheEnd() {
    Handover<Integer> queue = queue(3, 100);
    queue.put(1);
    queue.put(2);
    queue.end();
    assertThat(queue.isOver()).isFalse();
    assertThat(queue.take()).contains(1);
    assertThat(queue.take()).contains(2);
    assertThat(queue.isOver()).isTrue();
    assertThat(queue.take()).isEmpty();
  }

  @Test
  void throwsAFailureOnceAndAfterWhatWaits() {
    Handover<Integer> queue = queue(3, 100);
    queue.put(1);
    queue.fail(new IllegalStateException("broken"));
    assertThat(queue.take()).contains(1);
    assertThatThrownBy(queue::take).hasMessage("broken");
    assertThat(queue.take()).isEmpty();
  }

  @Test
  void letsWhoPutsWaitAtTheNumberOfValues() throws Exception {
    assertThat(putsUntilFull(queue(3, 100), 1)).isEqualTo(3);
  }

  @Test
  void letsWhoPutsWaitAtTheNumberOfBytes() throws Exception {
    assertThat(putsUntilFull(queue(90, 100), 30)).isEqualTo(3);
  }

  @Test
  void hasRoomForOneValueHoweverLarge() throws Exception {
    assertThat(putsUntilFull(queue(90, 100), 1000)).isEqualTo(1);
  }

  private int putsUntilFull(Handover<Integer> queue, int value) throws Exception {
    AtomicInteger put = new AtomicInteger();
    Thread putter =
        new Thread(
            () -> {
              for (int i = 0; i < 5; i++) {
                queue.put(value);
                put.incrementAndGet();
              }
            });
    putter.start();
    await().until(() -> putter.getState() == Thread.State.TIMED_WAITING);
    int full = put.get();
    assertThat(queue.take()).contains(value);
    await().until(() -> put.get() == full + 1);
    queue.close();
    putter.join(5_000);
    assertThat(put).hasValue(5);
    assertThat(discarded).hasSize(4);
    return full;
  }

  @Test
  void waitsForAValueForALimitedTime() {
    Handover<Integer> queue = queue(3, 100);
    Optional<Duration> limit = Optional.of(Duration.ofMillis(20));
    assertThatThrownBy(() -> queue.take(limit, () -> new IllegalStateException("late")))
        .hasMessage("late");
    queue.put(5);
    assertThat(queue.take(limit, () -> new IllegalStateException("late"))).contains(5);
  }

  @Test
  void discardsWhatComesAfterItWasClosedAndForgetsItsFailure() throws Exception {
    Handover<Integer> queue = queue(3, 100);
    CompletableFuture<Optional<Integer>> taking = CompletableFuture.supplyAsync(queue::take);
    queue.close();
    assertThat(taking.get(5, TimeUnit.SECONDS)).isEmpty();
    queue.put(7);
    queue.fail(new IllegalStateException("broken"));
    assertThat(queue.take()).isEmpty();
    assertThat(discarded).containsExactly(7);
  }

  private Handover<Integer> queue(int most, long bytes) {
    return Handover.queue(most, bytes, value -> value, discarded::add);
  }
}
