package io.framewire.source.picamera;

/** A picture as the camera tool wrote it, whole. */
record Picture(byte[] bytes, Layout layout) {}
