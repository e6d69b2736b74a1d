package io.framewire;

import io.framewire.frame.Frame;
import java.util.Optional;

/**
 * A frame as it arrived, with what came with it. Who is handed one by the iterator or a handler
 * need not close it: it is valid until the next one is asked for, or the handler returns, unless
 * retained ({@link Frame#retain} on {@link #frame()}) or copied. A {@link
 * java.util.concurrent.Flow.Subscriber}, and a caller of {@link FrameReceiver#next}, owns each one
 * and closes it.
 */
public final class ReceivedFrame implements AutoCloseable {
  private final long index;
  private final Frame frame;
  private final Optional<Object> data;
  private final long arrivedNanos;

  ReceivedFrame(long index, Frame frame, Optional<Object> data, long arrivedNanos) {
    this.index = index;
    this.frame = frame;
    this.data = data;
    this.arrivedNanos = arrivedNanos;
  }

  /**
   * When it arrived: left the transport, on the clock of {@link System#nanoTime}.
   *
   * @return nanoseconds, to be compared with those of other frames and with the clock
   */
  public long arrivedNanos() {
    return arrivedNanos;
  }

  /**
   * Its place in what arrived at this receiver. Where only the latest frames are handed out, gaps
   * show how many were not.
   *
   * @return 0 for the first
   */
  public long index() {
    return index;
  }

  /**
   * The array. A colour picture is {@code uint8} of shape {@code [height, width, 3]}, blue first.
   *
   * @return the frame, owned by this object
   */
  public Frame frame() {
    return frame;
  }

  /**
   * What the sender sent with it in bidirectional mode: a plain value, of the types {@link
   * io.framewire.wire.Message} lists.
   *
   * @return the value; empty if there is none
   */
  public Optional<Object> data() {
    return data;
  }

  /** Closes the frame. */
  @Override
  public void close() {
    frame.close();
  }
}
