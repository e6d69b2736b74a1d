package io.framewire.benchmarks.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code docs/benchmarks.md}: words around what a run has measured. */
final class Page {
  private static final String TEMPLATE = "page.md";

  private final Plan plan;
  private final Results results;
  private final Times times;
  private final String options;

  Page(Plan plan, Results results, Times times, String options) {
    this.options = options;
    this.plan = plan;
    this.results = results;
    this.times = times;
  }

  /** Writes it and its charts. */
  void write(Path docs, Map<String, String> surroundings) throws IOException {
    List<String> charts = new Charts(results, docs).write();
    Files.writeString(docs.resolve("benchmarks.md"), text(surroundings, charts));
  }

  String text(Map<String, String> surroundings, List<String> charts) throws IOException {
    return template()
        .replace("{options}", options)
        .replace("{date}", LocalDate.now().toString())
        .replace("{targets}", targets())
        .replace("{warmup}", String.valueOf(times.warmup()))
        .replace("{seconds}", String.valueOf(times.seconds()))
        .replace("{surroundings}", surroundings(surroundings))
        .replace("{charts}", charts(charts))
        .replace("{tables}", tables());
  }

  /** What was to be reached and what was. */
  String targets() {
    return Tables.row(List.of("what", "target", "median", "least to most", ""))
        + Tables.rule(5)
        + Targets.all().stream().map(target -> target.row(results)).collect(Collectors.joining());
  }

  /** All that was measured. */
  String tables() {
    Tables tables = new Tables(results);
    return plan.groups().stream()
        .map(group -> heading(group) + tables.table(group))
        .collect(Collectors.joining("\n"));
  }

  private String heading(Group group) {
    return "### "
        + group
        + "\n\nMedians of "
        + plan.rounds(group)
        + (plan.rounds(group) == 1 ? " round.\n\n" : " rounds.\n\n");
  }

  private static String surroundings(Map<String, String> facts) {
    return Tables.row(List.of("", ""))
        + Tables.rule(2)
        + facts.entrySet().stream()
            .map(fact -> Tables.row(List.of(fact.getKey(), fact.getValue())))
            .collect(Collectors.joining());
  }

  private static String charts(List<String> files) {
    return files.stream()
        .map(file -> "![" + file.replace(".png", "").replace('-', ' ') + "](" + file + ")\n")
        .collect(Collectors.joining("\n"));
  }

  private static String template() throws IOException {
    try (InputStream file = Page.class.getResourceAsStream(TEMPLATE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
