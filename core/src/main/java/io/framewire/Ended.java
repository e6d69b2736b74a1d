package io.framewire;

import io.framewire.error.ProtocolException;
import io.framewire.error.SourceException;
import io.framewire.error.StreamTimeoutException;
import java.util.Locale;

/** Why a stream ended. */
public enum Ended {
  /** The sender had no more frames and said so. */
  TERMINATED,
  /** The number of frames asked for was reached. */
  FRAMES,
  /** The other side was silent for longer than the timeout. */
  TIMEOUT,
  /** This end was closed. */
  CLOSED,
  /** The other side broke the wire protocol. */
  PROTOCOL,
  /** The source broke. */
  SOURCE,
  /** Anything else went wrong. */
  ERROR;

  /**
   * Why a stream ended that ended in an exception.
   *
   * @param failure what {@link FrameSender#run} or {@link FrameReceiver#next} threw
   * @return the reason, {@link #ERROR} for what has no name of its own
   */
  public static Ended of(Throwable failure) {
    if (failure instanceof StreamTimeoutException) {
      return TIMEOUT;
    }
    if (failure instanceof ProtocolException) {
      return PROTOCOL;
    }
    return failure instanceof SourceException ? SOURCE : ERROR;
  }

  /**
   * The word for it in the command line's JSON.
   *
   * @return the name in lower case
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
