package io.framewire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void givesTheLeastThatSoManyAreNotAbove() {
    List<Long> nanos =
        LongStream.rangeClosed(1, 200).map(each -> each * 1_000_000).boxed().toList();
    List<Long> backwards = new ArrayList<>(nanos);
    Collections.reverse(backwards);
    Latencies latencies = Latencies.of(Map.of("latencies", backwards)).orElseThrow();
    assertThat(latencies.millis(0.5)).isEqualTo(100);
    assertThat(latencies.millis(0.99)).isEqualTo(198);
    assertThat(latencies.millis(1)).isEqualTo(200);
  }

  @Test
  void areAbsentWhereNoneWereTaken() {
    assertThat(Latencies.of(Map.of("latencies", List.of()))).isEmpty();
  }
}
