package io.framewire.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Goes through a plan, round by round. */
final class Session {
  private final Plan plan;
  private final Bench bench;
  private final DigestCheck digests;

  Session(Plan plan, Path project, Times times) {
    this.plan = plan;
    this.bench = new Bench(project, times);
    this.digests = new DigestCheck(project);
  }

  /** Every byte must arrive before anything is measured. */
  void check() throws IOException, InterruptedException {
    List<Cell> cells = plan.checks();
    for (int index = 0; index < cells.size(); index++) {
      digests.check(cells.get(index));
      progress("checked %d of %d", index + 1, cells.size());
    }
  }

  Results run() throws IOException, InterruptedException {
    Results results = new Results();
    List<Group> groups = plan.groups();
    int rounds = groups.stream().mapToInt(plan::rounds).max().orElse(0);
    for (int round = 0; round < rounds; round++) {
      for (Group group : groups) {
        if (round < plan.rounds(group)) {
          progress("round %d of %d: %s", round + 1, rounds, group);
          measure(group, round, results);
        }
      }
    }
    return results;
  }

  private void measure(Group group, int round, Results results)
      throws IOException, InterruptedException {
    for (Cell cell : group.cells(round)) {
      results.add(cell, measure(cell));
    }
  }

  /** JeroMQ alone gets stuck in one new connection of many; Framewire may not. */
  private Map<Metric, Double> measure(Cell cell) throws IOException, InterruptedException {
    try {
      return bench.measure(cell);
    } catch (BenchmarkException stuck) {
      if (Peer.FRAMEWIRES.contains(cell.peer())) {
        throw stuck;
      }
      progress("%s has its turn again: %s", cell.peer(), stuck.getMessage());
      return bench.measure(cell);
    }
  }

  private static void progress(String format, Object... values) {
    System.err.printf(format + "%n", values);
  }
}
