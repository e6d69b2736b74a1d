package io.framewire.source.opencv;

import io.framewire.ffmpeg.Ffmpeg;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;
import java.util.Set;

/**
 * Video and picture files, image sequences ({@code img_%03d.png}), and streams over http, https,
 * ftp, rtsp, rtmp, rtp, srt, udp, tcp and their kin, decoded by FFmpeg. Frames are {@code |u1} of
 * shape {@code [height, width, 3]}, blue, green, red, also for grey content, turned upright as the
 * file's metadata asks: the pixels that Python's {@code cv2.VideoCapture} gives. A file whose name
 * looks like something else ({@code 0}, {@code a:b.mp4}) is written {@code ./0}.
 *
 * <p>A file that is corrupt or cut off ends in a {@link io.framewire.error.SourceException}; a live
 * stream may lose parts and goes on.
 *
 * <p>Options: {@code timeout}, the longest time to open or to wait for a frame in seconds (10);
 * {@code format}, FFmpeg's name of the demuxer, where it cannot guess; {@code threads} to decode
 * with, 0 to 64 (0: as many as there are processors).
 */
public final class FfmpegSourceProvider implements FrameSourceProvider {
  private static final Set<String> OPTIONS = Set.of("timeout", "format", "threads");

  /** For the service loader. */
  public FfmpegSourceProvider() {}

  @Override
  public String name() {
    return "ffmpeg";
  }

  @Override
  public Support available() {
    return Ffmpeg.available();
  }

  @Override
  public Support supports(SourceRequest request) {
    return switch (Place.of(request.location()).kind()) {
      case CAMERA -> Support.no("a camera's number, which opencv serves");
      case FOREIGN ->
          Support.no(
              "serves files, image sequences and URLs of a known protocol; write ./NAME for a file"
                  + " with a colon in its name");
      default ->
          Support.when(
              !request.location().isBlank(), "serves files, image sequences and URLs: name one");
    };
  }

  @Override
  public FrameSource create(SourceRequest request) {
    request.requireOnly(OPTIONS);
    return FfmpegSource.open(Place.of(request.location()), new Settings(request));
  }
}
