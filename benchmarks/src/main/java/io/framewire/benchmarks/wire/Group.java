package io.framewire.benchmarks.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is compared: peers that do the same. */
record Group(Measure measure, Lane lane, Size size, List<Peer> peers) {
  List<Cell> cells() {
    return peers.stream().map(peer -> new Cell(measure, lane, size, peer)).toList();
  }

  /** Forwards in one round, backwards in the next, so that none always follows the same one. */
  List<Cell> cells(int round) {
    List<Cell> cells = new ArrayList<>(cells());
    if (round % 2 == 1) {
      Collections.reverse(cells);
    }
    return cells;
  }

  @Override
  public String toString() {
    return measure.title + ": " + lane.title + ", " + size;
  }
}
