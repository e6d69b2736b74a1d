package io.framewire.benchmarks.stabilizer;

import io.framewire.benchmarks.stabilizer.CameraPath.Place;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Stabilizer;
import io.framewire.stabilizer.StabilizerBuilder;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A shaky clip in memory, with where its camera was. */
final class Clip implements AutoCloseable {
  private static final double NANOS = 1e9;

  private final FramePool pool = new FramePool(FramePool.DEFAULT_IDLE_BUFFERS, 2L << 30);
  private final List<Frame> frames = new ArrayList<>();
  private final int width;
  private final int height;
  private final List<Place> shake;
  private final List<Place> pan;
  private final List<Place> vidgearsCorrections;

  private Clip(int width, int height, Map<String, Object> camera, Map<String, Object> vidgear) {
    this.width = width;
    this.height = height;
    this.shake = places(camera.get("shake"));
    this.pan = places(camera.get("pan"));
    this.vidgearsCorrections = places(vidgear.get("corrections"));
  }

  static Clip read(
      Path raw,
      int width,
      int height,
      int count,
      Map<String, Object> camera,
      Map<String, Object> vidgear)
      throws IOException {
    Clip clip = new Clip(width, height, camera, vidgear);
    try (FileChannel file = FileChannel.open(raw)) {
      for (int index = 0; index < count; index++) {
        Frame frame = clip.pool.take(DType.UINT8, height, width, 3);
        clip.frames.add(frame);
        ByteBuffer data = frame.data();
        while (data.hasRemaining()) {
          if (file.read(data) < 0) {
            throw new EOFException(raw + " ends within frame " + index);
          }
        }
      }
    }
    return clip;
  }

  String size() {
    return width + "x" + height;
  }

  /** One round through a stabilizer, in seconds. */
  double round(StabilizerBuilder builder) {
    try (Stabilizer stabilizer = builder.build()) {
      long start = System.nanoTime();
      for (Frame frame : frames) {
        stabilizer.stabilize(frame.retain(), pool).ifPresent(Frame::close);
      }
      return (System.nanoTime() - start) / NANOS;
    }
  }

  /** The camera's path. */
  CameraPath path() {
    return corrected(0, shake.stream().map(place -> new Place(0, 0, 0)).toList());
  }

  /** The camera's path without its shake. */
  CameraPath way() {
    return new CameraPath(0, pan);
  }

  /** The path that a stabilizer makes of it. */
  CameraPath stabilized(StabilizerBuilder builder) {
    List<Place> corrections = new ArrayList<>();
    builder.onPath(
        point ->
            corrections.add(
                new Place(
                    point.steadyX() - point.x(),
                    point.steadyY() - point.y(),
                    point.steadyAngle() - point.angle())));
    try (Stabilizer stabilizer = builder.build()) {
      for (Frame frame : frames) {
        stabilizer.stabilize(frame.retain(), pool).ifPresent(Frame::close);
      }
      for (var rest = stabilizer.flush(pool); rest.isPresent(); rest = stabilizer.flush(pool)) {
        rest.get().close();
      }
    }
    return corrected(0, corrections);
  }

  /** The path that vidgear makes of it, which drops the first frame. */
  CameraPath vidgearsPath() {
    return corrected(1, vidgearsCorrections);
  }

  /**
   * The share of the shake's energy that is gone from a path, over the frames that vidgear gives.
   */
  double shakeTakenAway(CameraPath path) {
    int end = vidgearsPath().end();
    double pixelsPerRadian = width / 4.0;
    double left = path.minus(way(), 1, end).energy(pixelsPerRadian);
    return 1 - left / path().minus(way(), 1, end).energy(pixelsPerRadian);
  }

  /** A correction turns about the picture's corner. */
  private CameraPath corrected(int first, List<Place> corrections) {
    return new CameraPath(
        first,
        IntStream.range(0, corrections.size())
            .mapToObj(index -> corrected(first + index, corrections.get(index)))
            .toList());
  }

  private Place corrected(int frame, Place correction) {
    double cosine = Math.cos(correction.angle());
    double sine = Math.sin(correction.angle());
    double x = width / 2.0 + pan.get(frame).x() + shake.get(frame).x();
    double y = height / 2.0 + pan.get(frame).y() + shake.get(frame).y();
    return new Place(
        cosine * x - sine * y + correction.x() - width / 2.0,
        sine * x + cosine * y + correction.y() - height / 2.0,
        shake.get(frame).angle() + correction.angle());
  }

  private static List<Place> places(Object json) {
    return ((List<?>) json)
        .stream()
            .map(place -> (List<?>) place)
            .map(place -> new Place(number(place, 0), number(place, 1), number(place, 2)))
            .toList();
  }

  private static double number(List<?> values, int index) {
    return ((Number) values.get(index)).doubleValue();
  }

  @Override
  public void close() {
    frames.forEach(Frame::close);
    pool.close();
  }
}
