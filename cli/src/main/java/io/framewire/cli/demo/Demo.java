package io.framewire.cli.demo;

import io.framewire.FrameReceiver;
import io.framewire.StreamStatistics;
import io.framewire.StreamSummary;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.opencv.VideoFileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Makes a clip, streams it over tcp from one Java virtual machine to another, and leaves a picture of what was sent and
 * received.
 */
public final class Demo {
  private static final double MEGA = 1e6;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final int frames;
  private final Path picture;
  private final PrintWriter out;
  private final Function<Supplier<StreamStatistics>, AutoCloseable> liveLine;

  /**
   * A demonstration.
   *
   * @param frames how many frames the clip has
   * @param picture the PNG file to leave
   * @param out where to tell what happens
   * @param liveLine shows statistics until it is closed
   */
  public Demo(
      int frames,
      Path picture,
      PrintWriter out,
      Function<Supplier<StreamStatistics>, AutoCloseable> liveLine) {
    this.frames = frames;
    this.picture = picture;
    this.out = out;
    this.liveLine = liveLine;
  }

  /**
   * Runs it.
   *
   * @return whether everything that was sent arrived bit for bit
   * @throws Exception if it could not be run
   */
  public boolean run() throws Exception {
    Path folder = Files.createTempDirectory("framewire-demo");
    try {
      Path clip = folder.resolve("scene.mp4");
      makeClip(clip);
      return stream(clip);
    } finally {
      delete(folder);
    }
  }

  private void makeClip(Path clip) throws IOException {
    Scene scene = new Scene(frames);
    try (FramePool pool = new FramePool();
        VideoFileWriter writer = VideoFileWriter.create(clip, Scene.FRAMES_PER_SECOND)) {
      for (int number = 0; number < frames; number++) {
        try (Frame frame = scene.draw(pool, number)) {
          writer.write(frame);
        }
      }
    }
    say(
        "made a clip of %d frames of %dx%d, H.264, %.1f MB",
        frames, Scene.WIDTH, Scene.HEIGHT, Files.size(clip) / MEGA);
  }

  private boolean stream(Path clip) throws Exception {
    CRC32 crc = new CRC32();
    try (Samples samples = new Samples(frames);
        FrameReceiver receiver =
            FrameReceiver.builder().at("tcp://127.0.0.1:0").timeout(TIMEOUT).build();
        SenderProcess sender = SenderProcess.start(clip, receiver.endpoint())) {
      say("streaming it to %s from another JVM ...", receiver.endpoint());
      StreamSummary received;
      try (AutoCloseable line = liveLine.apply(receiver::statistics)) {
        received =
            receiver.run(
                frame -> {
                  crc.update(frame.frame().data());
                  samples.offer(frame.index(), frame.frame());
                });
      }
      Figures figures = new Figures(received.statistics(), crc.getValue(), sender.report());
      figures.lines().forEach(out::println);
      ContactSheet.write(picture, "framewire demo", figures.lines(), samples.besideSent(clip));
      say("see %s", picture.toAbsolutePath());
      return figures.complete();
    }
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** What both ends say of the stream. */
  private record Figures(StreamStatistics received, long crc32, Map<String, Object> sent) {
    List<String> lines() {
      return List.of(
          String.format(
              Locale.ROOT,
              "%d frames of %s%s, %d lost, %s",
              received.frames(),
              received.dtype().map(Object::toString).orElse(""),
              received.shape(),
              lost(),
              complete() ? "all bit for bit as sent" : "NOT as sent"),
          String.format(
              Locale.ROOT,
              "%.1f frames/s, %.1f MB/s, decoding included",
              received.framesPerSecond(),
              received.bytesPerSecond() / MEGA),
          String.format(
              Locale.ROOT,
              "latency, from send to answer: p50 %.2f ms, p99 %.2f ms",
              number("latency_p50_ms"),
              number("latency_p99_ms")));
    }

    boolean complete() {
      return lost() == 0 && (long) number("crc32") == crc32;
    }

    private long lost() {
      return (long) number("frames") - received.frames();
    }

    private double number(String name) {
      return ((Number) sent.get(name)).doubleValue();
    }
  }
}
