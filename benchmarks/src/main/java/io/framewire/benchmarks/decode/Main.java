package io.framewire.benchmarks.decode;

import io.framewire.file.VideoFileWriter;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Has OpenCV for Python and our source read the same clips, turn by turn, and prints a table of
 * speed. Argument: the number of rounds (9).
 */
public final class Main {
  private static final int RATE = 25;
  private static final String LARGE = "MJPEG, 1920x1080";

  private Main() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments the number of rounds, optional
   * @throws IOException if Python cannot be run, or a clip not be written
   */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
    Path folder = Files.createTempDirectory("framewire-decode");
    try (PythonReader python = PythonReader.start(folder)) {
      Map<String, Path> clips = new LinkedHashMap<>(python.clips());
      Path large = folder.resolve("large.mp4");
      encode(clips.get(LARGE), large);
      clips.put("H.264, 1920x1080", large);
      System.out.printf(
          "| clip | Python, frames a second | Framewire, frames a second | times Python |%n"
              + "|---|---|---|---|%n");
      for (Map.Entry<String, Path> clip : clips.entrySet()) {
        compare(clip.getKey(), clip.getValue(), python, rounds);
      }
    } finally {
      remove(folder);
    }
  }

  private static void compare(String name, Path clip, PythonReader python, int rounds)
      throws IOException {
    List<Round> theirs = new ArrayList<>();
    List<Round> ours = new ArrayList<>();
    // the first round is for warming up
    for (int round = -1; round < rounds; round++) {
      Round their = python.read(clip);
      Round our = Round.read(clip);
      if (their.frames() != our.frames()) {
        throw new IllegalStateException(name + ": " + their + " frames there, " + our + " here");
      }
      if (round >= 0) {
        theirs.add(their);
        ours.add(our);
      }
    }
    System.out.printf(
        "| %s | %s | %s | %s |%n",
        name,
        words("%.0f", rounds, index -> theirs.get(index).framesPerSecond()),
        words("%.0f", rounds, index -> ours.get(index).framesPerSecond()),
        words("%.2f", rounds, index -> theirs.get(index).seconds() / ours.get(index).seconds()));
  }

  /** The middle of some figures, and the least and the most. */
  private static String words(String format, int count, IntToDoubleFunction figure) {
    List<Double> sorted = IntStream.range(0, count).mapToDouble(figure).sorted().boxed().toList();
    double median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    return String.format(
        format + " (" + format + " to " + format + ")",
        median,
        sorted.get(0),
        sorted.get(count - 1));
  }

  private static void encode(Path from, Path to) {
    try (FramePool pool = new FramePool();
        FrameSource source = FrameSources.open(from.toString());
        VideoFileWriter writer = VideoFileWriter.create(to, RATE)) {
      Optional<Frame> next = source.read(pool);
      while (next.isPresent()) {
        try (Frame frame = next.get()) {
          writer.write(frame);
        }
        next = source.read(pool);
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
