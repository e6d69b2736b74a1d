package io.framewire;

import io.framewire.frame.PoolStatistics;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;

/**
 * What both ends of a stream say of themselves, for who watches streams rather than sends or
 * receives. All methods may be called by any thread, and also once the stream is over.
 */
public sealed interface FrameStream extends AutoCloseable permits FrameReceiver, FrameSender {
  /**
   * Where this end is bound or connected.
   *
   * @return the endpoint, with the port that was found where 0 was asked for
   */
  Endpoint endpoint();

  /**
   * The messaging pattern.
   *
   * @return the pattern, the same at both ends
   */
  Pattern pattern();

  /**
   * How the stream stands with its other side now; a {@link StateListener} is told of each change.
   *
   * @return a snapshot
   */
  StreamStatus status();

  /**
   * What the stream has done so far.
   *
   * @return a snapshot
   */
  StreamStatistics statistics();

  /**
   * The memory that this end's frames are in.
   *
   * @return a snapshot of the stream's pool
   */
  PoolStatistics memory();

  /**
   * How the stream went, once it is over, also if it ended in an exception; before that, how it
   * would be if it were closed now.
   *
   * @return the summary
   */
  StreamSummary summary();

  /** Ends the stream; may be called more than once. */
  @Override
  void close();
}
