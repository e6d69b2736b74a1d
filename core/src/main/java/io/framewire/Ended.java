package io.framewire;

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
   * The word for it in the command line's JSON.
   *
   * @return the name in lower case
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
