package io.framewire.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FramePoolTest {
  @Test
  void handsTheSameMemoryOutAgain() {
    FramePool pool = new FramePool();
    for (int round = 0; round < 10; round++) {
      pool.take(DType.UINT8, 100, 100).close();
    }
    assertThat(pool.statistics())
        .isEqualTo(new PoolStatistics(0, 0, 1, 10_000 + FramePool.HEADROOM, 1, 0));
  }

  @Test
  void keepsABoundedNumberOfIdleBuffers() {
    FramePool pool = new FramePool(2, 1 << 20);
    List<Block> blocks = IntStream.range(0, 5).mapToObj(index -> pool.takeBlock(100)).toList();
    assertThat(pool.statistics().lentBytes()).isEqualTo(500);
    blocks.forEach(Block::release);
    assertThat(pool.statistics()).isEqualTo(new PoolStatistics(0, 0, 2, 200, 5, 0));
  }

  @Test
  void makesWayForAnotherSize() {
    FramePool pool = new FramePool(2, 1 << 20);
    List.of(pool.takeBlock(100), pool.takeBlock(100)).forEach(Block::release);
    List.of(pool.takeBlock(1000), pool.takeBlock(1000)).forEach(Block::release);
    assertThat(pool.statistics()).isEqualTo(new PoolStatistics(0, 0, 2, 2000, 4, 0));

    pool.takeBlock(1000).release();
    assertThat(pool.statistics().allocations()).isEqualTo(4);
  }

  @Test
  void letsGoOfTheSizeThatAStreamHadBefore() {
    FramePool pool = new FramePool();
    List.of(pool.takeBlock(9000), pool.takeBlock(9000), pool.takeBlock(9000))
        .forEach(Block::release);
    for (int frame = 0; frame < 50; frame++) {
      pool.takeBlock(1000).release();
    }
    assertThat(pool.statistics().idleBytes()).as("it may come back").isEqualTo(28_000);
    for (int frame = 0; frame < 100; frame++) {
      pool.takeBlock(1000).release();
    }
    assertThat(pool.statistics()).isEqualTo(new PoolStatistics(0, 0, 1, 1000, 4, 0));
  }

  @Test
  void keepsWhatIsStillOfUse() {
    FramePool pool = new FramePool();
    for (int frame = 0; frame < 500; frame++) {
      // a frame, and an answer of another size
      List.of(pool.takeBlock(9000), pool.takeBlock(1000)).forEach(Block::release);
    }
    assertThat(pool.statistics()).isEqualTo(new PoolStatistics(0, 0, 2, 10_000, 2, 0));
  }

  @Test
  void wastesNoMoreThanHalfOfABuffer() {
    FramePool pool = new FramePool();
    pool.takeBlock(1000).release();
    Block half = pool.takeBlock(500);
    assertThat(pool.statistics().allocations()).isOne();
    assertThat(half.size()).isEqualTo(500);
    assertThatThrownBy(() -> half.slice(0, 501)).isInstanceOf(IndexOutOfBoundsException.class);
    half.release();

    pool.takeBlock(499).release();
    assertThat(pool.statistics().allocations()).isEqualTo(2);
  }

  @Test
  void refusesWhatGoesOverItsLimitAndNamesTheRemedy() {
    FramePool pool = new FramePool(4, 1000);
    Block block = pool.takeBlock(600);
    assertThat(pool.tryTakeBlock(401)).isEmpty();
    assertThatThrownBy(() -> pool.takeBlock(401))
        .isInstanceOf(FramewireException.class)
        .hasMessageContaining("401")
        .hasMessageContaining("1000")
        .hasMessageContaining("close frames");
    pool.takeBlock(400).release();
    block.release();
    pool.takeBlock(1000).release();
  }

  @Test
  void keepsTheIdleBufferOfARequestOverTheLimit() {
    FramePool pool = new FramePool(4, 1000);
    pool.takeBlock(400).release();
    Block block = pool.takeBlock(900);
    assertThat(pool.tryTakeBlock(400)).isEmpty();
    assertThat(pool.statistics().idleBuffers()).isOne();
    block.release();
  }

  @Test
  void allocatesWhereTheIdleBufferIsTooLargeForTheLimit() {
    FramePool pool = new FramePool(4, 1000);
    pool.takeBlock(700).release();
    Block block = pool.takeBlock(200);
    Block another = pool.takeBlock(450);
    assertThat(pool.statistics().lentBytes()).isLessThanOrEqualTo(1000);
    another.release();
    block.release();
  }

  @Test
  void keepsItsCountAfterAnImpossibleRequest() {
    FramePool pool = new FramePool();
    assertThatThrownBy(() -> pool.takeBlock(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(pool.statistics()).isEqualTo(new PoolStatistics(0, 0, 0, 0, 0, 0));
  }

  @Test
  void letsGoOfIdleBuffersWhenClosedAndOfLentOnesWhenTheyComeBack() {
    FramePool pool = new FramePool();
    Block held = pool.takeBlock(100);
    pool.takeBlock(100).release();
    pool.close();
    pool.close();
    assertThat(pool.statistics().idleBuffers()).isZero();
    held.slice(0, 100).put(0, (byte) 1);
    held.release();
    assertThat(pool.statistics()).isEqualTo(new PoolStatistics(0, 0, 0, 0, 2, 0));
  }

  @Test
  void cannotBeClosedWhereItIsSharedByAll() {
    FramePool.unpooled().close();
    long before = FramePool.unpooled().statistics().allocations();
    FramePool.unpooled().takeBlock(10).release();
    FramePool.unpooled().takeBlock(10).release();
    assertThat(FramePool.unpooled().statistics().allocations()).isEqualTo(before + 2);
    assertThat(FramePool.unpooled().statistics().idleBuffers()).isZero();
  }

  @Test
  void refusesImpossibleLimits() {
    assertThatThrownBy(() -> new FramePool(-1, 1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("idleBuffers is -1");
    assertThatThrownBy(() -> new FramePool(0, 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("byteLimit is 0");
  }

  @Test
  void countsABlocksReferences() {
    FramePool pool = new FramePool();
    Block block = pool.takeBlock(10).retain();
    block.release();
    assertThat(pool.statistics().lentBlocks()).isOne();
    block.release();
    assertThatThrownBy(block::release).hasMessageContaining("more often");
    assertThatThrownBy(block::retain).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> block.slice(0, 1)).hasMessageContaining("released");
    assertThat(pool.statistics().idleBuffers()).isOne();
  }
}
