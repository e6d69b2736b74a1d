package io.framewire.stabilizer;

/** How closely the camera's motion is looked at. */
public enum MotionDetail {
  /** On the whole picture with new corners in every frame: the motion that vidgear measures. */
  FULL,
  /**
   * On the picture at half its size, with corners that are followed for up to five frames. A motion
   * that few of the corners agree with, at a cut for instance, counts as none. Takes less than half
   * of the time; the picture moves by some hundredths of a pixel more or less.
   */
  REDUCED
}
