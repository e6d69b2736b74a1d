package io.framewire.interop;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Stabilizer;
import io.framewire.stabilizer.PathPoint;
import io.framewire.stabilizer.StabilizerBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What our stabilizer makes of a clip, beside what vidgear made of it. */
final class StabilizedClip {
  private final ShakyClip clip;
  private final List<PathPoint> path = new ArrayList<>();
  private final List<Double> psnr = new ArrayList<>();
  private int given;

  StabilizedClip(ShakyClip clip, StabilizerBuilder builder) throws IOException {
    this.clip = clip;
    try (FramePool pool = new FramePool();
        Stabilizer stabilizer = builder.onPath(path::add).build()) {
      for (int index = 0; index < clip.frames(); index++) {
        take(stabilizer.stabilize(clip.frame(index, pool), pool), pool);
      }
      for (var rest = stabilizer.flush(pool); rest.isPresent(); rest = stabilizer.flush(pool)) {
        take(rest, pool);
      }
    }
  }

  private void take(Optional<Frame> next, FramePool pool) throws IOException {
    if (next.isPresent()) {
      try (Frame steady = next.get()) {
        int index = given++;
        if (index >= 1 && index <= clip.vidgears()) {
          psnr.add(clip.psnrInside(index, steady, pool));
        }
      }
    }
  }

  int given() {
    return given;
  }

  /** The mean over vidgear's frames, in decibels. */
  double meanPsnr() {
    return psnr.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** How far the smoothed path is from vidgear's on average: x, y, angle. */
  double[] meanPathDifference() throws IOException {
    double[] sum = new double[3];
    for (int index = 1; index <= clip.vidgears(); index++) {
      PathPoint mine = path.get(index);
      double[] vidgears = clip.vidgearsPath(index);
      sum[0] += Math.abs(mine.steadyX() - vidgears[0]) / clip.vidgears();
      sum[1] += Math.abs(mine.steadyY() - vidgears[1]) / clip.vidgears();
      sum[2] += Math.abs(mine.steadyAngle() - vidgears[2]) / clip.vidgears();
    }
    return sum;
  }

  /** The energy of the motion from frame to frame that is left over the frames vidgear gave. */
  double energyLeft() throws IOException {
    return energy(
        index -> {
          PathPoint point = path.get(index);
          return new double[] {
            point.steadyX() - point.x(),
            point.steadyY() - point.y(),
            point.steadyAngle() - point.angle()
          };
        });
  }

  /** The same of vidgear's frames. */
  double vidgearsEnergyLeft() throws IOException {
    return energy(clip::vidgearsCorrection);
  }

  /** The same of the clip itself. */
  double shakesEnergy() throws IOException {
    return energy(index -> new double[3]);
  }

  private double energy(IntFunction<double[]> corrections) throws IOException {
    double sum = 0;
    for (int index = 2; index <= clip.vidgears(); index++) {
      double[] now = clip.rest(index, corrections.apply(index));
      double[] before = clip.rest(index - 1, corrections.apply(index - 1));
      double across = now[0] - before[0];
      double down = now[1] - before[1];
      double turned = (now[2] - before[2]) * clip.pixelsPerRadian();
      sum += across * across + down * down + turned * turned;
    }
    return sum;
  }
}
