package io.framewire;

import io.framewire.frame.DType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a stream has done so far. Immutable.
 *
 * <p>Latency is, at a sender whose pattern answers, the time from handing the frame in until the
 * receiver's answer is there; at a sender without answers, until the transport took the frame; at a
 * receiver, from the message leaving the transport until the frame is handed out, the answer
 * included.
 *
 * @param frames frames that were sent, or that were received and handed out
 * @param bytes the size of their elements together
 * @param dropped frames that did not arrive or were not handed out, all together: those a slow
 *     receiver had no room for, those that a newer one replaced where only the latest count, and
 *     those that were {@code lost}
 * @param lost frames that were on their way when a connection broke or the stream ended, in the
 *     patterns without answers; also counted under {@code frames}, for they had been sent
 * @param skipped bad messages that were skipped, see {@link BadMessages#SKIP}
 * @param reconnects how often this end made its connection anew; those that the transport mends by
 *     itself do not count
 * @param sourceReconnects how often a sender's source was opened anew after it broke
 * @param duration from the first frame to the last one
 * @param latencyP50 the latency that half of the frames stayed under, zero before the first
 * @param latencyP99 the latency that 99 of 100 frames stayed under, zero before the first
 * @param shape the shape of the last frame; empty before the first
 * @param dtype the dtype of the last frame
 */
public record StreamStatistics(
    long frames,
    long bytes,
    long dropped,
    long lost,
    long skipped,
    long reconnects,
    long sourceReconnects,
    Duration duration,
    Duration latencyP50,
    Duration latencyP99,
    List<Integer> shape,
    Optional<DType> dtype) {
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * The rate from the first frame to the last.
   *
   * @return frames a second; 0 before the second frame
   */
  public double framesPerSecond() {
    return duration.isZero() ? 0 : (frames - 1) * NANOS_PER_SECOND / duration.toNanos();
  }

  /**
   * The rate of frame elements from the first frame to the last.
   *
   * @return bytes a second; 0 before the second frame
   */
  public double bytesPerSecond() {
    return frames == 0 ? 0 : framesPerSecond() * bytes / frames;
  }
}
