package io.framewire.benchmarks.wire;

import java.io.IOException;

/** How much of a core a process uses from some moment on. */
record CpuUse(ProcessFacts process, double cpuSeconds, long nanos) {
  static CpuUse from(EndProcess end) throws IOException {
    ProcessFacts facts = end.facts();
    return new CpuUse(facts, facts.cpuSeconds(), System.nanoTime());
  }

  /** Until now: 1 is one core all the time. */
  double cores() throws IOException {
    return (process.cpuSeconds() - cpuSeconds) / (System.nanoTime() - nanos) * 1e9;
  }
}
