package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private final AtomicInteger freed = new AtomicInteger();
  private final Lease lease = new Lease(freed::incrementAndGet);

  @Test
  void idleObjectsAreFreedOnceByWhoeverEndsIt() {
    lease.end();
    lease.end();
    assertThat(freed).hasValue(1);
    assertThat(lease.<String>use(() -> "used", () -> "ended")).isEqualTo("ended");
    assertThat(freed).hasValue(1);
  }

  @Test
  void objectsInUseAreFreedByTheirUser() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch mayLeave = new CountDownLatch(1);
    CompletableFuture<Integer> user =
        CompletableFuture.supplyAsync(() -> lease.use(() -> linger(inside, mayLeave), () -> -1));
    inside.await();
    lease.end();
    assertThat(freed).hasValue(0);
    mayLeave.countDown();
    assertThat(user.get(5, TimeUnit.SECONDS)).isZero();
    assertThat(freed).hasValue(1);
  }

  @Test
  void userWhoEndsItHimselfMayStillFinish() {
    int freedMeanwhile =
        lease.use(
            () -> {
              lease.end();
              return freed.get();
            },
            () -> -1);
    assertThat(freedMeanwhile).isZero();
    assertThat(freed).hasValue(1);
  }

  private int linger(CountDownLatch inside, CountDownLatch mayLeave) {
    inside.countDown();
    try {
      mayLeave.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return freed.get();
  }
}
