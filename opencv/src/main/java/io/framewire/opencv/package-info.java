/**
 * OpenCV matrices over frames without copying ({@link io.framewire.opencv.Mats}), and the loading
 * of native code with errors that say what to add ({@link io.framewire.opencv.OpenCv}).
 */
package io.framewire.opencv;
