package io.framewire;

/** Where a stream stands with its other side, as a listener is told. */
public enum StreamState {
  /** This end looks for the other one, or waits for it at the place it is bound to. */
  CONNECTING,
  /** The other side is there. */
  CONNECTED,
  /** The other side was there and has gone. */
  DISCONNECTED,
  /** The other side has gone, and a try to reach it again was in vain. */
  RETRYING,
  /** The stream is over; nothing comes after this. */
  ENDED
}
