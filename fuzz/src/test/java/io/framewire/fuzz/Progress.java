package io.framewire.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts a run's inputs and notes what memory it holds once it is warm, and at its end. */
final class Progress {
  /** Begins the line that {@link #report} prints. */
  static final String REPORT = "FUZZED ";

  private static final int WARM = 1_000;
  private static final Path STATUS = Path.of("/proc/self/status");

  private static long inputs;
  private static String atFirst = "unknown";

  private Progress() {}

  static void input() {
    if (++inputs == WARM) {
      atFirst = memory();
    }
  }

  static void report() {
    System.err.println(
        REPORT + inputs + " inputs; " + atFirst + " after " + WARM + ", " + memory());
  }

  /** The heap after a collection and the process, in MB. */
  private static String memory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long heap = runtime.totalMemory() - runtime.freeMemory() >> 20;
    return "heap " + heap + " MB, process " + process() + " MB";
  }

  private static String process() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("\\D", ""))
          .map(kilobytes -> String.valueOf(Long.parseLong(kilobytes) >> 10))
          .findFirst()
          .orElse("unknown");
    } catch (IOException notLinux) {
      return "unknown";
    }
  }
}
