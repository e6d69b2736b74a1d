package io.framewire.stabilizer;

/** How news of a frame's position and speed change what is held of the frame before it. */
record Gain(
    double positionToPosition,
    double speedToPosition,
    double positionToSpeed,
    double speedToSpeed) {}
