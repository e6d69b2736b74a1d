package io.framewire.stabilizer;

/** Smooths the camera's path over frames of one size. Frames leave it in the order they came. */
interface Trajectory {
  /** One more frame, and how the scene moved since the one before it. */
  void add(Motion sinceLast);

  /** Where the oldest frame that has not left yet was, and where it goes; it leaves. */
  Step next();

  /** A frame's place and its steady one. */
  record Step(Motion place, Motion steady) {
    /** What to move the frame by. */
    Motion correction() {
      return steady.minus(place);
    }
  }
}
