package io.framewire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProcessFactsTest {
  @Test
  void addsUserAndSystemTimeOfAProcessWithAnyName() {
    String stat = "42 (a ) b) S 1 42 42 0 -1 4194304 101 0 1 0 150 25 0 0 20 0 1 0 2359590 31334";
    assertThat(ProcessFacts.cpuSeconds(stat)).isCloseTo(1.75, within(1e-9));
  }

  @Test
  void readsThePeakAndNotWhatIsResidentNow() {
    String status = "Name:\tjava\nVmPeak:\t  9000 kB\nVmHWM:\t    2000 kB\nVmRSS:\t    1000 kB\n";
    assertThat(ProcessFacts.peakMegabytes(status)).isCloseTo(2.048, within(1e-9));
  }
}
