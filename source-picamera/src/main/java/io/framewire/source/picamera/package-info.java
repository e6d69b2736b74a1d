/**
 * Raspberry Pi cameras, through the camera tool that every Raspberry Pi OS has ({@code rpicam-vid},
 * once {@code libcamera-vid}), which runs as a process of its own. Opened with {@link
 * io.framewire.source.FrameSources#open(String)} as {@code picamera:0}, or with {@link
 * io.framewire.source.picamera.PiCameraSource#builder()}.
 */
package io.framewire.source.picamera;
