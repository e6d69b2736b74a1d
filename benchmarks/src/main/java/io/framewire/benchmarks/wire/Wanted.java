package io.framewire.benchmarks.wire;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the command line asks for; what it leaves open is empty. */
record Wanted(
    int rounds,
    Set<Measure> measures,
    Optional<List<Lane>> lanes,
    Optional<List<Size>> sizes,
    Optional<Set<Peer>> peers) {
  Wanted {
    if (rounds < 1 || rounds > 100) {
      throw new IllegalArgumentException("--rounds is " + rounds + ": use 1 to 100");
    }
  }
}
