package io.framewire.web;

/**
 * A frame as a JPEG, shared by all who look.
 *
 * @param number the frame's place in what the view was shown, from 1
 * @param width in pixels, after scaling
 * @param height in pixels, after scaling
 * @param jpeg the file, which nobody changes
 */
record Picture(long number, int width, int height, byte[] jpeg) {}
