package io.framewire.interop;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A shaky clip, and what the real vidgear made of it just now. */
final class ShakyClip implements AutoCloseable {
  private final RawFrames shaky;
  private final RawFrames steady;
  private final int[] shape;
  private final double[][] shake;
  private final double[][] pan;
  private final double[][] motions;
  private final double[][] corrections;

  private ShakyClip(VidgearPeer peer, Path folder) throws IOException {
    shape = shape(peer.await("shaky"));
    shaky = new RawFrames(folder.resolve("shaky.raw"), shape);
    steady = new RawFrames(folder.resolve("steady.raw"), shape(peer.await("steady")));
    shake = path(peer.await("shake"));
    pan = path(peer.await("pan"));
    motions = path(peer.await("motions"));
    corrections = path(peer.await("corrections"));
  }

  /** Has vidgear make and stabilize a clip; the options are those of stabilizer.py. */
  static ShakyClip stabilizedByVidgear(Path folder, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(folder.toString()));
    arguments.addAll(List.of(options));
    try (VidgearPeer peer = VidgearPeer.script("stabilizer.py", arguments.toArray(String[]::new))) {
      if (!peer.ended().equals("terminated")) {
        throw new AssertionError(peer.tail());
      }
      return new ShakyClip(peer, folder);
    }
  }

  int frames() throws IOException {
    return shaky.count();
  }

  /** How many vidgear gave; the first of them is its clip's second. */
  int vidgears() throws IOException {
    return steady.count();
  }

  Frame frame(int index, FramePool pool) {
    return shaky.read(index, pool);
  }

  /** How close a stabilized frame is to vidgear's. */
  double psnrInside(int index, Frame mine, FramePool pool) {
    return steady.psnrInside(index - 1, mine, pool);
  }

  /** vidgear's smoothed path at a frame: x, y, angle. */
  double[] vidgearsPath(int index) {
    double[] place = new double[3];
    for (int axis = 0; axis < place.length; axis++) {
      for (int frame = 1; frame <= index; frame++) {
        place[axis] += motions[frame][axis];
      }
      place[axis] += corrections[index - 1][axis];
    }
    return place;
  }

  /** How vidgear moved a frame: x, y, angle. */
  double[] vidgearsCorrection(int index) {
    return corrections[index - 1];
  }

  /**
   * Where the scene's middle is, and how it is turned, after a correction; less where it should be.
   */
  double[] rest(int index, double[] correction) {
    double cosine = Math.cos(correction[2]);
    double sine = Math.sin(correction[2]);
    double x = shape[1] / 2.0 + pan[index][0] + shake[index][0];
    double y = shape[0] / 2.0 + pan[index][1] + shake[index][1];
    return new double[] {
      cosine * x - sine * y + correction[0] - shape[1] / 2.0 - pan[index][0],
      sine * x + cosine * y + correction[1] - shape[0] / 2.0 - pan[index][1],
      shake[index][2] + correction[2]
    };
  }

  /** What a turn moves the pixels half way to the picture's side by. */
  double pixelsPerRadian() {
    return shape[1] / 4.0;
  }

  private static int[] shape(PeerLine line) {
    return line.shape().stream().mapToInt(length -> ((Number) length).intValue()).toArray();
  }

  private static double[][] path(PeerLine line) {
    return ((List<?>) line.values().get("path"))
        .stream()
            .map(
                place ->
                    ((List<?>) place)
                        .stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray())
            .toArray(double[][]::new);
  }

  @Override
  public void close() throws IOException {
    shaky.close();
    steady.close();
  }
}
