package io.framewire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
  private final Plan plan =
      new Plan(
          new Wanted(
              1,
              EnumSet.allOf(Measure.class),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
  private final Results results = new Results();

  @TempDir Path docs;

  @BeforeEach
  void everyFigureIsTwo() {
    Map<Metric, Double> sample =
        Arrays.stream(Metric.values())
            .collect(Collectors.toMap(Function.identity(), metric -> 2.0));
    plan.groups().forEach(group -> group.cells().forEach(cell -> results.add(cell, sample)));
  }

  @Test
  void holdsTargetsTablesAndChartsAndShowsWhatIsMissed() throws IOException {
    new Page(plan, results, new Times(1, 2), "--write --rounds=1")
        .write(docs, Map.of("processor", "a quick one"));
    assertThat(Files.readString(docs.resolve("benchmarks.md")))
        .contains("| frames/s, PAIR 640x480, against NetGear_Async | at least 4.00x, better 5.00x")
        .contains("| **missed**")
        .contains("### Latency at 30 frames/s: PAIR, 640x480\n\nMedians of 1 round.")
        .contains("| processor | a quick one |")
        .contains("](benchmarks-sizes.png)")
        .doesNotContain("not measured")
        .contains("./benchmarks/run wire --write --rounds=1")
        .doesNotContainPattern("\\{[a-z]+\\}");
    assertThat(docs.toFile().list((folder, name) -> name.endsWith(".png"))).hasSize(4);
    assertThat(ImageIO.read(docs.resolve("benchmarks-sizes.png").toFile()).getWidth())
        .isEqualTo(1100);
  }
}
