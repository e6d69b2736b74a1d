package io.framewire.benchmarks.jmh;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Taking a frame from a pool and giving it back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PoolBenchmark {
  /** How many frames are out at once. */
  @Param({"1", "4"})
  public int held;

  private FramePool pool;
  private Frame[] frames;

  /** Made by JMH. */
  public PoolBenchmark() {}

  /** Makes a pool. */
  @Setup
  public void open() {
    pool = new FramePool();
    frames = new Frame[held];
  }

  /** Closes it. */
  @TearDown
  public void close() {
    pool.close();
  }

  /**
   * Takes frames and gives them back.
   *
   * @return how many bytes were out, so that nothing is optimised away
   */
  @Benchmark
  public int takeAndClose() {
    int bytes = 0;
    for (int index = 0; index < held; index++) {
      frames[index] = pool.take(DType.UINT8, 480, 640, 3);
      bytes += frames[index].byteSize();
    }
    for (Frame frame : frames) {
      frame.close();
    }
    return bytes;
  }

  /**
   * Takes a frame, looks at its elements and gives it back.
   *
   * @return an element
   */
  @Benchmark
  public byte takeAndLook() {
    try (Frame frame = pool.take(DType.UINT8, 480, 640, 3)) {
      return frame.data().get(0);
    }
  }
}
