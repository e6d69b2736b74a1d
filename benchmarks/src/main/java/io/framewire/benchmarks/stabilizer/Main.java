package io.framewire.benchmarks.stabilizer;

import io.framewire.benchmarks.Spread;
import io.framewire.stabilizer.MotionDetail;
import io.framewire.stabilizer.StabilizerBuilder;
import io.framewire.stabilizer.Stabilizers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs vidgear's stabilizer and ours over the same clips, turn by turn, and prints tables of speed
 * and steadiness; draws the camera's paths. Arguments: the number of rounds (7), and the file to
 * draw (docs/stabilizer.png).
 */
public final class Main {
  private static final int FRAMES = 120;
  private static final int[][] SIZES = {{640, 480}, {1280, 720}};

  private final int rounds;

  private Main(int rounds) {
    this.rounds = rounds;
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments the number of rounds and the file to draw, both optional
   * @throws IOException if vidgear cannot be run, or the file not be written
   */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
    Path picture = Path.of(arguments.length > 1 ? arguments[1] : "docs/stabilizer.png");
    new Main(rounds).run(picture);
  }

  private void run(Path picture) throws IOException {
    for (int[] size : SIZES) {
      try (Vidgear vidgear = Vidgear.start(size[0], size[1], FRAMES);
          Clip clip = vidgear.clip()) {
        compareSpeed(vidgear, clip);
        if (size == SIZES[0]) {
          comparePaths(clip, picture);
        }
      }
    }
  }

  private void compareSpeed(Vidgear vidgear, Clip clip) throws IOException {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    // the first round is for warming up
    for (int round = -1; round < rounds; round++) {
      boolean counts = round >= 0;
      note(seconds, counts, "vidgear", vidgear.round());
      for (Map.Entry<String, Supplier<StabilizerBuilder>> mode : modes().entrySet()) {
        note(seconds, counts, mode.getKey(), clip.round(mode.getValue().get()));
      }
    }
    System.out.printf("%n| %s | frames a second | times vidgear |%n|---|---|---|%n", clip.size());
    List<Double> vidgears = seconds.get("vidgear");
    seconds.forEach(
        (mode, times) ->
            System.out.printf(
                "| %s | %s | %s |%n",
                mode,
                Spread.of(times, index -> FRAMES / times.get(index)).words("%.0f"),
                Spread.of(times, index -> vidgears.get(index) / times.get(index)).words("%.2f")));
  }

  private static void note(
      Map<String, List<Double>> seconds, boolean counts, String mode, double taken) {
    if (counts) {
      seconds.computeIfAbsent(mode, unseen -> new ArrayList<>()).add(taken);
    }
  }

  private static void comparePaths(Clip clip, Path picture) throws IOException {
    CameraPath before = clip.path();
    CameraPath vidgears = clip.vidgearsPath();
    System.out.printf("%n| steadiness | delay | shake taken away |%n|---|---|---|%n");
    print("vidgear", "24 frames", clip.shakeTakenAway(vidgears));
    Map<String, CameraPath> paths = new LinkedHashMap<>();
    modes().forEach((mode, builder) -> paths.put(mode, clip.stabilized(builder.get())));
    paths.forEach((mode, path) -> print(mode, delay(mode), clip.shakeTakenAway(path)));
    new PathPlot(before, clip.way())
        .line("vidgear", vidgears)
        .line("asw", paths.get("asw"))
        .line("online", paths.get("online"))
        .write(picture);
  }

  private static void print(String mode, String delay, double share) {
    System.out.printf("| %s | %s | %.1f %% |%n", mode, delay, 100 * share);
  }

  private static String delay(String mode) {
    return switch (mode) {
      case "online" -> "1 frame";
      case "fixed lag of 8" -> "8 frames";
      default -> "24 frames";
    };
  }

  private static Map<String, Supplier<StabilizerBuilder>> modes() {
    Map<String, Supplier<StabilizerBuilder>> modes = new LinkedHashMap<>();
    modes.put("asw", Stabilizers::asw);
    modes.put("asw, reduced", () -> Stabilizers.asw().motionDetail(MotionDetail.REDUCED));
    modes.put("online", Stabilizers::online);
    modes.put("fixed lag of 8", () -> Stabilizers.fixedLag(8));
    return modes;
  }
}
