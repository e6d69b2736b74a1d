/**
 * Cameras through OpenCV; video files, network streams and image sequences through FFmpeg. Found
 * with {@link io.framewire.source.FrameSources#open(String)}; the providers' Javadoc lists their
 * options.
 */
package io.framewire.source.opencv;
