package io.framewire.benchmarks.wire;

import java.util.Comparator;

/** What is measured in one go. */
record Cell(Measure measure, Lane lane, Size size, Peer peer) {
  /** By size, then pattern, then peer. */
  static final Comparator<Cell> ORDER =
      Comparator.comparingLong((Cell cell) -> cell.size.bytes())
          .thenComparing(Cell::lane)
          .thenComparing(Cell::peer);

  Cell with(Peer other) {
    return new Cell(measure, lane, size, other);
  }

  @Override
  public String toString() {
    return measure.word() + " of " + peer.title + ", " + lane.title + ", " + size;
  }
}
