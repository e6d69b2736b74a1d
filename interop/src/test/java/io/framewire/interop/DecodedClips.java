package io.framewire.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Clips that Debian's ffmpeg made, and what Python's OpenCV decodes from them. */
final class DecodedClips {
  static final int FRAMES = 12;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** How a clip is encoded, and to what file. */
  private static final List<List<String>> ENCODINGS =
      List.of(
          List.of("320x240", "h264.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p"),
          List.of("322x242", "cropped.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p"),
          List.of("333x251", "odd444.mkv", "-c:v", "libx264", "-pix_fmt", "yuv444p"),
          List.of("334x250", "h264.ts", "-c:v", "libx264", "-pix_fmt", "yuv420p"),
          List.of("320x240", "mpeg4.avi", "-c:v", "mpeg4", "-q:v", "4"),
          List.of("333x251", "odd.avi", "-c:v", "mpeg4", "-q:v", "4"),
          List.of("334x251", "oddrows.mp4", "-c:v", "mpeg4", "-q:v", "4"),
          List.of("320x240", "mjpeg.avi", "-c:v", "mjpeg", "-pix_fmt", "yuvj420p"),
          List.of("333x251", "odd.mkv", "-c:v", "mjpeg", "-pix_fmt", "yuvj420p"),
          List.of("320x240", "vp9.webm", "-c:v", "libvpx-vp9", "-cpu-used", "8"),
          List.of("333x251", "odd.webm", "-c:v", "libvpx-vp9", "-cpu-used", "8"),
          List.of("333x251", "lossless.mkv", "-c:v", "ffv1", "-pix_fmt", "yuv420p"),
          List.of("320x240", "colour_%03d.png", "-pix_fmt", "rgb24"),
          List.of("333x251", "oddcolour_%d.png", "-pix_fmt", "rgb24"),
          List.of("333x251", "grey_%03d.png", "-pix_fmt", "gray"));

  private final Path folder;
  private final Map<String, PeerLine> clips = new LinkedHashMap<>();
  private final List<PeerLine> colourSpaces;

  private DecodedClips(Path folder, VidgearPeer python) {
    this.folder = folder;
    for (PeerLine clip : python.said("clip")) {
      clips.put(Path.of(clip.text("path")).getFileName().toString(), clip);
    }
    this.colourSpaces = python.said("colorspace");
  }

  static DecodedClips make(Path folder) throws IOException, InterruptedException {
    encode(folder);
    String[] files =
        names().stream().map(name -> folder.resolve(name).toString()).toArray(String[]::new);
    try (VidgearPeer python = VidgearPeer.script("decode.py", files)) {
      if (!python.ended().equals("terminated")) {
        throw new AssertionError(python.tail());
      }
      return new DecodedClips(folder, python);
    }
  }

  private static void encode(Path folder) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=640x480:r=25"));
    for (List<String> encoding : ENCODINGS) {
      command.addAll(List.of("-frames:v", String.valueOf(FRAMES), "-s", encoding.get(0)));
      command.addAll(encoding.subList(2, encoding.size()));
      command.add(folder.resolve(encoding.get(1)).toString());
    }
    Child made = Child.run(command, folder, LIMIT);
    if (made.exitCode() != 0) {
      throw new IOException(made.tail());
    }
  }

  static List<String> names() {
    return ENCODINGS.stream().map(encoding -> encoding.get(1)).toList();
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  /** What Python said about a clip. */
  PeerLine python(String name) {
    return clips.get(name);
  }

  /** What Python made of the first clip's first frame. */
  List<PeerLine> colourSpaces() {
    return colourSpaces;
  }
}
