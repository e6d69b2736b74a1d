package io.framewire.source.picamera;

/** How much noise is taken out of the picture. */
public enum DenoiseMode {
  /** What suits video. */
  AUTO,
  /** None. */
  OFF,
  /** Spatial noise only, no colour noise. */
  CDN_OFF,
  /** Colour noise too, fast enough for video. */
  CDN_FAST,
  /** Colour noise too, better and slower. */
  CDN_HQ
}
