package io.framewire.source.picamera;

/** What part of the picture the exposure is measured on. */
public enum MeteringMode {
  /** All of it, the centre most. */
  CENTRE,
  /** The centre only. */
  SPOT,
  /** All of it alike. Picamera2 calls it Matrix. */
  AVERAGE,
  /** As the tuning file says. */
  CUSTOM
}
