/**
 * Frames as files: video written with FFmpeg ({@link io.framewire.file.VideoFileWriter}), pictures
 * written and read with the JDK alone ({@link io.framewire.file.ImageFiles}).
 */
package io.framewire.file;
