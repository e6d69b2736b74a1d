package io.framewire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final EnumSet<Measure> EVERYTHING = EnumSet.allOf(Measure.class);

  private final Plan usual =
      new Plan(new Wanted(5, EVERYTHING, Optional.empty(), Optional.empty(), Optional.empty()));

  @Test
  void aRunWithoutOptionsMeasuresEveryTargetInAllRounds() {
    Map<Metric, Double> sample =
        Arrays.stream(Metric.values())
            .collect(Collectors.toMap(Function.identity(), metric -> 1.0));
    Results results = new Results();
    usual.groups().stream()
        .filter(group -> usual.rounds(group) == 5)
        .forEach(group -> group.cells().forEach(cell -> results.add(cell, sample)));
    assertThat(Targets.all())
        .allSatisfy(target -> assertThat(target.figure().apply(results)).isPresent());
  }

  @Test
  void measuresWhatIsAskedForAndNothingElse() {
    Plan plan =
        new Plan(
            new Wanted(
                2,
                EnumSet.of(Measure.THROUGHPUT),
                Optional.of(List.of(Lane.PUSH)),
                Optional.of(List.of(Size.HD)),
                Optional.of(EnumSet.of(Peer.FRAMEWIRE, Peer.IMAGEZMQ, Peer.TCP))));
    assertThat(plan.groups())
        .containsExactly(
            new Group(Measure.THROUGHPUT, Lane.PUSH, Size.HD, List.of(Peer.FRAMEWIRE, Peer.TCP)));
    assertThat(plan.checks()).hasSize(2);
  }

  @Test
  void leavesPythonOutWhereGarbageIsMeasured() {
    assertThat(usual.groups())
        .filteredOn(group -> group.measure() == Measure.GARBAGE)
        .isNotEmpty()
        .allSatisfy(
            group -> assertThat(group.peers()).containsExactly(Peer.FRAMEWIRE, Peer.JEROMQ));
  }

  @Test
  void measuresOnlyTheMemoryOfABareInstallation() {
    assertThat(usual.groups())
        .filteredOn(group -> group.peers().contains(Peer.NETGEAR_ASYNC_BARE))
        .extracting(Group::measure)
        .containsExactly(Measure.MEMORY);
  }

  @Test
  void everySecondRoundGoesBackwards() {
    Group group =
        new Group(
            Measure.MEMORY, Lane.PAIR, Size.SMALL, List.of(Peer.FRAMEWIRE, Peer.NETGEAR_ASYNC));
    assertThat(group.cells(0))
        .extracting(Cell::peer)
        .containsExactly(Peer.FRAMEWIRE, Peer.NETGEAR_ASYNC);
    assertThat(group.cells(1))
        .extracting(Cell::peer)
        .containsExactly(Peer.NETGEAR_ASYNC, Peer.FRAMEWIRE);
  }
}
