package io.framewire.source.picamera;

/** High dynamic range. */
public enum HdrMode {
  /** None. */
  OFF,
  /** What the camera and the board can do. */
  AUTO,
  /** In the sensor, on Camera Module 3 for instance. */
  SENSOR,
  /** Of several short exposures, on a Raspberry Pi 5. */
  SINGLE_EXP
}
