package io.framewire.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is to be started. */
record StreamRequest(
    Path project, Cell cell, Times times, List<String> toReceiver, List<String> toSender) {
  EndProcess start(String role, Endpoint endpoint, List<String> more) throws IOException {
    List<String> options = new ArrayList<>(endpoint.options());
    options.addAll(List.of("--pattern", cell.lane().pattern));
    options.addAll(List.of("--width", String.valueOf(cell.size().width())));
    options.addAll(List.of("--height", String.valueOf(cell.size().height())));
    options.addAll(List.of("--warmup", number(times.warmup())));
    options.addAll(List.of("--seconds", number(times.seconds(cell.measure()))));
    options.addAll(more);
    return EndProcess.start(
        "the " + role + " in the " + cell, cell.peer().program.command(project, role, options));
  }

  private static String number(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
