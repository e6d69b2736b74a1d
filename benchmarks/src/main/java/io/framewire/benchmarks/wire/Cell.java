package io.framewire.benchmarks.wire;

/** What is measured in one go. */
record Cell(Measure measure, Lane lane, Size size, Peer peer) {
  Cell with(Peer other) {
    return new Cell(measure, lane, size, other);
  }

  @Override
  public String toString() {
    return measure.word() + " of " + peer.title + ", " + lane.title + ", " + size;
  }
}
