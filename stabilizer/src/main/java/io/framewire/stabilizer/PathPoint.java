package io.framewire.stabilizer;

/**
 * Where the camera was at one frame and where the frame was put. Translations are in pixels, to the
 * right and down, of the picture's upper left corner; angles in radians, clockwise as the picture
 * is seen. They count from the first frame, and anew after the frames' size has changed.
 *
 * @param frame the frame's number, 0 for the first
 * @param x how far the scene had moved to the right
 * @param y how far it had moved down
 * @param angle how far it had turned
 * @param steadyX where it is after stabilization
 * @param steadyY where it is after stabilization
 * @param steadyAngle how far it is turned after stabilization
 */
public record PathPoint(
    long frame,
    double x,
    double y,
    double angle,
    double steadyX,
    double steadyY,
    double steadyAngle) {}
