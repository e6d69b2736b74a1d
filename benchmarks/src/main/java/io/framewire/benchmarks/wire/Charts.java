package io.framewire.benchmarks.wire;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws medians as bars. */
final class Charts {
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 480;
  // told apart by the colour-blind, too
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x00, 0x72, 0xb2),
          new Color(0x56, 0xb4, 0xe9),
          new Color(0x9a, 0xd4, 0xf5),
          new Color(0xe6, 0x9f, 0x00),
          new Color(0xf0, 0xc6, 0x66),
          new Color(0xd5, 0x5e, 0x00),
          new Color(0xcc, 0x79, 0xa7),
          new Color(0x00, 0x9e, 0x73),
          new Color(0x99, 0x99, 0x99),
          new Color(0x44, 0x44, 0x44));

  private final Results results;
  private final Path folder;
  private final List<String> files = new ArrayList<>();

  Charts(Results results, Path folder) {
    this.results = results;
    this.folder = folder;
  }

  /** Writes those that there are figures for; their file names. */
  List<String> write() throws IOException {
    metric(
        "benchmarks-sizes.png",
        "PAIR over tcp",
        Metric.MEGABYTES,
        cell -> cell.measure() == Measure.THROUGHPUT && cell.lane() == Lane.PAIR,
        cell -> cell.size().toString());
    metric(
        "benchmarks-patterns.png",
        Size.SMALL.toString(),
        Metric.FRAMES,
        cell -> cell.measure() == Measure.THROUGHPUT && cell.size().equals(Size.SMALL),
        cell -> cell.lane().title);
    metrics(
        "benchmarks-latency.png",
        "Latency at 30 frames/s, " + Size.SMALL + ", milliseconds",
        Measure.LATENCY,
        List.of(Metric.LATENCY_P50, Metric.LATENCY_P99));
    metrics(
        "benchmarks-memory.png",
        "Peak memory, PAIR " + Size.SMALL + ", MB",
        Measure.MEMORY,
        List.of(Metric.MEMORY_SENDER, Metric.MEMORY_RECEIVER));
    return List.copyOf(files);
  }

  private void metric(
      String file,
      String title,
      Metric metric,
      Predicate<Cell> wanted,
      Function<Cell, String> place)
      throws IOException {
    DefaultCategoryDataset bars = new DefaultCategoryDataset();
    results.cells().stream()
        .filter(wanted)
        .sorted(Cell.ORDER)
        .forEach(cell -> add(bars, cell, metric, place.apply(cell)));
    draw(file, title + ", " + metric.title, bars);
  }

  private void metrics(String file, String title, Measure measure, List<Metric> metrics)
      throws IOException {
    DefaultCategoryDataset bars = new DefaultCategoryDataset();
    for (Metric metric : metrics) {
      results.cells().stream()
          .filter(cell -> cell.measure() == measure && cell.size().equals(Size.SMALL))
          .sorted(Cell.ORDER)
          .forEach(cell -> add(bars, cell, metric, metric.title));
    }
    draw(file, title, bars);
  }

  private void add(DefaultCategoryDataset bars, Cell cell, Metric metric, String place) {
    results
        .spread(cell, metric)
        .ifPresent(spread -> bars.addValue(spread.median(), cell.peer().title, place));
  }

  private void draw(String file, String title, DefaultCategoryDataset bars) throws IOException {
    if (bars.getRowCount() == 0) {
      return;
    }
    JFreeChart chart =
        ChartFactory.createBarChart(
            title, null, null, bars, PlotOrientation.VERTICAL, true, false, false);
    chart.getTitle().setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
    chart.setBackgroundPaint(Color.WHITE);
    CategoryPlot plot = chart.getCategoryPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    plot.setOutlineVisible(false);
    BarRenderer renderer = (BarRenderer) plot.getRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setItemMargin(0);
    for (int row = 0; row < bars.getRowCount(); row++) {
      renderer.setSeriesPaint(row, colour((String) bars.getRowKey(row)));
    }
    ChartUtils.saveChartAsPNG(folder.resolve(file).toFile(), chart, WIDTH, HEIGHT);
    files.add(file);
  }

  private static Color colour(String title) {
    return Arrays.stream(Peer.values())
        .filter(peer -> peer.title.equals(title))
        .map(peer -> COLOURS.get(peer.ordinal()))
        .findFirst()
        .orElseThrow();
  }
}
