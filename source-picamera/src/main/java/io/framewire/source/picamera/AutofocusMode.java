package io.framewire.source.picamera;

/** What the lens does, where it can move. */
public enum AutofocusMode {
  /** What the camera's tuning says. */
  DEFAULT,
  /** Stay at the lens position set. */
  MANUAL,
  /** Focus once, at the start. */
  AUTO,
  /** Keep focusing. */
  CONTINUOUS
}
