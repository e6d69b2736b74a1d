package io.framewire.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.testing.LeakCheckExtension;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LostMemoryTest {
  private final FramePool pool = new FramePool(4, 1000);

  @Test
  void neverHandsAbandonedMemoryOutAgain() {
    ByteBuffer stillRead = abandoned();
    for (int round = 0; round < 5; round++) {
      Block other = pool.takeBlock(400);
      other.slice(0, 400).put(0, (byte) 1);
      other.release();
    }
    assertThat(stillRead.get(0)).isEqualTo((byte) 42);
    assertThat(pool.statistics().idleBuffers()).isOne();
  }

  @Test
  void countsAbandonedMemoryUntilItIsCollected() {
    long leaks = LeakDetector.leaks();
    Block block = pool.takeBlock(400);
    block.abandon();
    block.release();
    assertThat(pool.statistics().lentBytes()).isEqualTo(400);
    block = null;
    assertThat(GarbageCollection.run()).isTrue();
    assertThat(pool.statistics().lentBytes()).isZero();
    assertThat(pool.statistics().idleBuffers()).isZero();
    assertThat(pool.statistics().lostBlocks()).isZero();
    assertThat(LeakDetector.leaks()).isEqualTo(leaks);
  }

  @Test
  void collectsBeforeItRefuses() {
    for (int round = 0; round < 5; round++) {
      abandoned();
    }
    assertThat(pool.statistics().lentBytes()).isLessThanOrEqualTo(1000);
  }

  @Test
  void accountsForALostBlockAndReportsIt() {
    long leaks = LeakDetector.leaks();
    pool.takeBlock(400);
    assertThat(GarbageCollection.run()).isTrue();
    assertThat(pool.statistics()).isEqualTo(new PoolStatistics(0, 0, 0, 0, 1, 1));
    assertThat(LeakDetector.leaks()).isEqualTo(leaks + 1);
    assertThat(LeakDetector.reports()).isNotEmpty();
    LeakCheckExtension.forgive();
  }

  @Test
  void writesOffAnUntrackedBlockQuietly() {
    long leaks = LeakDetector.leaks();
    assertThat(pool.tryTakeBlock(400)).isPresent();
    assertThat(GarbageCollection.run()).isTrue();
    assertThat(pool.statistics().lentBlocks()).isZero();
    assertThat(pool.statistics().lostBlocks()).isZero();
    assertThat(LeakDetector.leaks()).isEqualTo(leaks);
  }

  @Test
  void reportsATransportsBlockOnceItIsTracked() {
    long leaks = LeakDetector.leaks();
    pool.tryTakeBlock(400).orElseThrow().track();
    assertThat(GarbageCollection.run()).isTrue();
    assertThat(LeakDetector.leaks()).isEqualTo(leaks + 1);
    LeakCheckExtension.forgive();
  }

  private ByteBuffer abandoned() {
    Block block = pool.takeBlock(400);
    ByteBuffer memory = block.slice(0, 400).put(0, (byte) 42);
    block.abandon();
    block.release();
    return memory;
  }
}
