package io.framewire.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a process in {@code /proc}. */
record ProcessFacts(long pid) {
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  // the kernel's unit in /proc on every architecture
  private static final double TICKS_A_SECOND = 100;

  /** User and system time of all its threads so far, those that ended too. */
  double cpuSeconds() throws IOException {
    return cpuSeconds(Files.readString(folder().resolve("stat")));
  }

  static double cpuSeconds(String stat) {
    // the name in parentheses may hold spaces
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
        / TICKS_A_SECOND;
  }

  /** The most memory it ever had resident, in MB. */
  double peakMegabytes() throws IOException {
    return peakMegabytes(Files.readString(folder().resolve("status")));
  }

  static double peakMegabytes(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no VmHWM in /proc/PID/status"));
  }

  private Path folder() {
    return Path.of("/proc", String.valueOf(pid));
  }
}
