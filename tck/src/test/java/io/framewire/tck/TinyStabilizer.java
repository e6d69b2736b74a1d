package io.framewire.tck;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Stabilizer;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Gives copies of what it was given, some frames later. */
final class TinyStabilizer implements Stabilizer {
  private final StabilizerFlaw flaw;
  private final int delay;
  private final Deque<Frame> held = new ArrayDeque<>();
  private final CountDownLatch threadsEnd;
  private ByteBuffer lastPixels;
  private int taken;
  private boolean closed;
  private boolean stuck;
  private boolean repeated;

  TinyStabilizer(StabilizerFlaw flaw) {
    this.flaw = flaw;
    this.delay = TinyStabilizerProvider.DELAY + (is(StabilizerFlaw.HOLDS_BACK_ONE_MORE) ? 1 : 0);
    this.threadsEnd = Forgotten.thread("tiny", true);
  }

  @Override
  public Optional<Frame> stabilize(Frame frame, FramePool pool) {
    if (closed) {
      return refuse(frame, is(StabilizerFlaw.LEAKS_WHAT_COMES_AFTER_THE_CLOSE), "it is closed");
    }
    if (frame.rank() != 3 || stuck) {
      stuck = is(StabilizerFlaw.IS_STUCK_AFTER_A_REFUSAL);
      return refuse(frame, is(StabilizerFlaw.LEAKS_WHAT_IT_REFUSES), frame + " is no picture");
    }
    held.add(is(StabilizerFlaw.GIVES_A_FRAME_TWICE) && taken == 20 ? lastInsteadOf(frame) : frame);
    taken++;
    boolean late = is(StabilizerFlaw.GIVES_EVERY_SECOND_FRAME_LATE) && taken % 2 == 1;
    return held.size() > delay && !late ? Optional.of(release(pool)) : Optional.empty();
  }

  private Frame lastInsteadOf(Frame frame) {
    frame.close();
    return held.getLast().retain();
  }

  private static Optional<Frame> refuse(Frame frame, boolean leaks, String words) {
    if (!leaks) {
      frame.close();
    }
    throw new ConfigurationException(words);
  }

  private Frame release(FramePool pool) {
    boolean swaps = is(StabilizerFlaw.SWAPS_FRAMES) && held.size() > 1;
    Frame next = swaps ? held.pollLast() : held.poll();
    if (is(StabilizerFlaw.LEAKS_WHAT_WENT_IN) && taken > 40) {
      next.retain();
    }
    try (next) {
      Frame steady = take(next, pool);
      if (is(StabilizerFlaw.OVERWRITES_WHAT_CAME_OUT) && lastPixels != null) {
        lastPixels.put(0, (byte) (lastPixels.get(0) + 1));
      }
      lastPixels = steady.data();
      return steady;
    }
  }

  private Frame take(Frame shaky, FramePool pool) {
    try {
      if (is(StabilizerFlaw.CHANGES_THE_SHAPE)) {
        Frame other = pool.take(DType.UINT8, 1, shaky.byteSize(), 1);
        other.data().put(shaky.data());
        return other;
      }
      return shaky.copy(pool);
    } catch (FramewireException full) {
      throw is(StabilizerFlaw.WRAPS_THE_POOLS_ERROR) ? new IllegalStateException(full) : full;
    }
  }

  @Override
  public Optional<Frame> flush(FramePool pool) {
    if (is(StabilizerFlaw.LOSES_THE_LAST_FRAME) && held.size() == 1) {
      held.remove().close();
    }
    if (is(StabilizerFlaw.REPEATS_THE_LAST_FRAME) && held.isEmpty() && taken == 0 && !repeated) {
      repeated = true;
      return Optional.of(pool.take(DType.UINT8, 1, 1));
    }
    return held.isEmpty() ? Optional.empty() : Optional.of(release(pool));
  }

  @Override
  public void close() {
    if (closed && is(StabilizerFlaw.CANNOT_BE_CLOSED_TWICE)) {
      throw new IllegalStateException("it is closed");
    }
    closed = true;
    if (!is(StabilizerFlaw.LEAKS_WHAT_IT_HOLDS) || taken > 40) {
      held.forEach(Frame::close);
    }
    held.clear();
    if (!is(StabilizerFlaw.LEAVES_A_THREAD)) {
      threadsEnd.countDown();
    }
  }

  private boolean is(StabilizerFlaw which) {
    return flaw == which;
  }
}
