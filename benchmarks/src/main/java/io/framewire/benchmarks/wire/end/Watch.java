package io.framewire.benchmarks.wire.end;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts frames over the measured interval, which follows the warm-up. */
final class Watch {
  private static final int FIRST_LATENCIES = 1 << 12;

  private final long warmup;
  private final long seconds;
  private final boolean latency;
  private final int digest;
  private final Digests digests = new Digests();
  private final Optional<Allocation> allocation;
  private int phase;
  private long mark = Long.MIN_VALUE;
  private long start;
  private long count;
  private long[] latencies = new long[FIRST_LATENCIES];

  Watch(EndOptions options) {
    this.warmup = (long) (options.warmup() * 1e9);
    this.seconds = (long) (options.seconds() * 1e9);
    this.latency = options.latency();
    this.digest = options.digest();
    // what it takes to count would show in the peak memory
    this.allocation = options.allocation() ? Optional.of(new Allocation()) : Optional.empty();
  }

  /** A frame is in hand; its elements are asked for only where they are needed. */
  void took(Supplier<ByteBuffer> frame) {
    long now = System.nanoTime();
    if (digest > 0) {
      note(frame.get());
      return;
    }
    if (latency) {
      addLatency(now - Stamp.nanos(frame.get()));
    }
    count(now);
  }

  /** A frame is about to be sent. */
  void sent() {
    count(System.nanoTime());
  }

  private void count(long now) {
    count++;
    if (mark == Long.MIN_VALUE || phase < 3 && now - mark >= 0) {
      nextPhase(now);
    }
  }

  private void nextPhase(long now) {
    phase++;
    switch (phase) {
      case 1 -> mark = now + warmup;
      case 2 -> {
        Lines.say("from");
        allocation.ifPresent(Allocation::start);
        count = 0;
        start = now;
        mark = now + seconds;
      }
      default -> {
        long allocated = allocation.map(Allocation::bytes).orElse(0L);
        Lines.say(
            "result",
            "frames",
            String.valueOf(count),
            "nanos",
            String.valueOf(now - start),
            "allocated",
            String.valueOf(allocated),
            "latencies",
            Arrays.toString(latency ? Arrays.copyOf(latencies, (int) count) : new long[0]));
      }
    }
  }

  private void addLatency(long nanos) {
    if (count == latencies.length) {
      latencies = Arrays.copyOf(latencies, 2 * latencies.length);
    }
    latencies[(int) count] = nanos;
  }

  private void note(ByteBuffer frame) {
    count++;
    if (count <= digest) {
      digests.add(Stamp.number(frame), frame);
    }
    if (count == digest) {
      Lines.say("result", "digests", digests.json());
    }
  }
}
