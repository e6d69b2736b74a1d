package io.framewire.source.picamera;

/** How the camera finds its white balance. */
public enum AwbMode {
  /** By itself, whatever the light. */
  AUTO,
  /** Under incandescent lamps. */
  INCANDESCENT,
  /** Under tungsten lamps. */
  TUNGSTEN,
  /** Under fluorescent lamps. */
  FLUORESCENT,
  /** Indoors. */
  INDOOR,
  /** In daylight. */
  DAYLIGHT,
  /** Under clouds. */
  CLOUDY,
  /** As the tuning file says. */
  CUSTOM
}
