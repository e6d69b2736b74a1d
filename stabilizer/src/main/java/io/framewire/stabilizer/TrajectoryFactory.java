package io.framewire.stabilizer;

/** Makes the trajectory for pictures of one size. */
@FunctionalInterface
interface TrajectoryFactory {
  Trajectory create(StabilizerOptions options, int width, int height);
}
