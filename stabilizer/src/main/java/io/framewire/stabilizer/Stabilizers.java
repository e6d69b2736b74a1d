package io.framewire.stabilizer;

/**
 * The way in: a stabilizer for each balance of steadiness and delay. Behind a source:
 *
 * <pre>{@code
 * FrameSource steady = FrameSources.open("clip.mp4").stabilized(Stabilizers.asw().build());
 * }</pre>
 *
 * behind a receiver:
 *
 * <pre>{@code
 * FrameSource steady =
 *     FrameSource.of(pool -> receiver.next().map(ReceivedFrame::frame))
 *         .stabilized(Stabilizers.online().build());
 * }</pre>
 */
public final class Stabilizers {
  private static final int ONLINE_LAG = 1;

  private Stabilizers() {}

  /**
   * vidgear's stabilizer, "average sliding window": the camera's path is smoothed by a box filter
   * over {@link StabilizerBuilder#smoothingRadius} frames, and each frame is delayed by that window
   * less one. Its pictures are those of vidgear, which also drops the first frame and those still
   * in the window at the end; here they come too.
   *
   * @return a builder with vidgear's defaults and {@link MotionDetail#FULL}
   */
  public static StabilizerBuilder asw() {
    return new StabilizerBuilder(SlidingWindow.FACTORY, radius -> radius - 1, MotionDetail.FULL);
  }

  /**
   * For live use, with one frame's delay: a Kalman filter that knows the camera to move evenly
   * separates its way from its shake.
   *
   * @return a builder with vidgear's defaults and {@link MotionDetail#REDUCED}
   */
  public static StabilizerBuilder online() {
    return fixedLag(ONLINE_LAG);
  }

  /**
   * Between the two: the Kalman filter of {@link #online()}, which looks a number of frames ahead
   * before it decides where a frame goes.
   *
   * @param frames the delay, 0 to 250; half of {@link StabilizerBuilder#smoothingRadius} gives
   *     nearly all there is to gain
   * @return a builder with vidgear's defaults and {@link MotionDetail#REDUCED}
   */
  public static StabilizerBuilder fixedLag(int frames) {
    return new StabilizerBuilder(
        (options, width, height) -> new KalmanPath(options, frames, width, height),
        radius -> frames,
        MotionDetail.REDUCED);
  }
}
