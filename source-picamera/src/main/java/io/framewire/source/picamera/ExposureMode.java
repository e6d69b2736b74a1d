package io.framewire.source.picamera;

/** What the camera prefers where it chooses the exposure. */
public enum ExposureMode {
  /** A balance of short exposures and low gain. */
  NORMAL,
  /** Short exposures. Picamera2 calls it Short. */
  SPORT,
  /** Long exposures. */
  LONG,
  /** As the tuning file says. */
  CUSTOM
}
