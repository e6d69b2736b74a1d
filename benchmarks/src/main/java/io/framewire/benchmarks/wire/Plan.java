package io.framewire.benchmarks.wire;

import static io.framewire.benchmarks.wire.Peer.FRAMEWIRE;
import static io.framewire.benchmarks.wire.Peer.FRAMEWIRE_DRAWN;
import static io.framewire.benchmarks.wire.Peer.FRAMEWIRE_PUSH;
import static io.framewire.benchmarks.wire.Peer.JEROMQ;
import static io.framewire.benchmarks.wire.Peer.NETGEAR_ASYNC;
import static io.framewire.benchmarks.wire.Peer.NETGEAR_ASYNC_BARE;
import static io.framewire.benchmarks.wire.Peer.PYZMQ;
import static io.framewire.benchmarks.wire.Peer.TCP;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What to measure. */
final class Plan {
  private static final int FEW_ROUNDS = 2;

  private final Wanted wanted;

  Plan(Wanted wanted) {
    this.wanted = wanted;
  }

  /** In the order to go through in each round. */
  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      if (wanted.measures().contains(measure)) {
        groups.addAll(groups(measure));
      }
    }
    return groups.stream().filter(group -> !group.peers().isEmpty()).toList();
  }

  private List<Group> groups(Measure measure) {
    List<Group> groups = new ArrayList<>();
    for (Lane lane : wanted.lanes().orElse(List.of(Lane.values()))) {
      for (Size size : wanted.sizes().orElse(Size.ALL)) {
        if (isChosen(lane) || isUsual(measure, lane, size)) {
          groups.add(new Group(measure, lane, size, peers(measure, lane, size)));
        }
      }
    }
    return groups;
  }

  /** What a run without options has; all of it would take an hour. */
  private static boolean isUsual(Measure measure, Lane lane, Size size) {
    if (lane.keys()) {
      return false;
    }
    boolean pair = lane == Lane.PAIR;
    boolean small = size.equals(Size.SMALL);
    boolean hd = size.equals(Size.HD);
    return switch (measure) {
      case THROUGHPUT -> pair || small || hd && (lane == Lane.REQ || lane == Lane.PUSH);
      case LATENCY, MEMORY, IDLE, SILENT -> pair && small;
      case LAG -> lane == Lane.PUSH && small;
      case GARBAGE -> (pair || lane == Lane.PUSH) && (small || hd);
    };
  }

  private List<Peer> peers(Measure measure, Lane lane, Size size) {
    Set<Peer> usual = usualPeers(measure, lane, size);
    return Peer.having(lane, wanted.peers().orElse(usual)).stream()
        .filter(peer -> measure != Measure.GARBAGE || !peer.program.python())
        .toList();
  }

  private static Set<Peer> usualPeers(Measure measure, Lane lane, Size size) {
    return switch (measure) {
      case THROUGHPUT -> throughput(lane, size);
      case LATENCY -> EnumSet.of(FRAMEWIRE, NETGEAR_ASYNC, PYZMQ, TCP);
      case MEMORY -> EnumSet.of(FRAMEWIRE_DRAWN, NETGEAR_ASYNC, NETGEAR_ASYNC_BARE);
      case LAG -> EnumSet.of(FRAMEWIRE_DRAWN, NETGEAR_ASYNC);
      case IDLE, SILENT -> EnumSet.of(FRAMEWIRE, NETGEAR_ASYNC);
      case GARBAGE -> EnumSet.of(FRAMEWIRE, JEROMQ);
    };
  }

  private static Set<Peer> throughput(Lane lane, Size size) {
    Set<Peer> peers = EnumSet.complementOf(EnumSet.of(JEROMQ, NETGEAR_ASYNC_BARE));
    if (!size.equals(Size.SMALL) || lane != Lane.PAIR && lane != Lane.PUSH) {
      peers.removeAll(EnumSet.of(FRAMEWIRE_PUSH, FRAMEWIRE_DRAWN));
    }
    if (lane == Lane.PAIR) {
      // it has no answers, without which it is no match for the throughput
      peers.remove(TCP);
    }
    return peers;
  }

  /** No target hangs on some of what a run without options has, so fewer rounds do there. */
  int rounds(Group group) {
    boolean rarely =
        switch (group.measure()) {
          case IDLE, SILENT -> true;
          case THROUGHPUT ->
              !isChosen()
                  && (EnumSet.of(Lane.PUB, Lane.IPC_REQ).contains(group.lane())
                      || group.size().equals(Size.MIDDLE));
          case LATENCY, MEMORY, LAG, GARBAGE -> false;
        };
    return rarely ? Math.min(FEW_ROUNDS, wanted.rounds()) : wanted.rounds();
  }

  /** Of all that sizes alone ask for, keys are not. */
  private boolean isChosen(Lane lane) {
    return isChosen() && (wanted.lanes().isPresent() || !lane.keys());
  }

  private boolean isChosen() {
    return wanted.lanes().isPresent() || wanted.sizes().isPresent();
  }

  /** One cell for each way a stream is measured, at the smallest size; Framewire's at each size. */
  List<Cell> checks() {
    return groups().stream()
        .flatMap(group -> group.cells().stream())
        .filter(cell -> cell.size().equals(smallest()) || Peer.FRAMEWIRES.contains(cell.peer()))
        .map(cell -> new Cell(Measure.THROUGHPUT, cell.lane(), cell.size(), cell.peer()))
        .distinct()
        .toList();
  }

  private Size smallest() {
    return Collections.min(wanted.sizes().orElse(Size.ALL), Comparator.comparingLong(Size::bytes));
  }
}
