package io.framewire.source.opencv;

import io.framewire.ffmpeg.Ffmpeg;
import io.framewire.source.site.SiteSourceProvider;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;

/**
 * Video and picture files, image sequences ({@code img_%03d.png}, or {@code frames/*.png} in the
 * order of their names), and streams over http, https, ftp, rtsp, rtmp, rtp, srt, udp, tcp and
 * their kin, decoded by FFmpeg. Frames are {@code |u1} of shape {@code [height, width, 3]}, blue,
 * green, red, also for grey content, turned upright as the file's metadata asks: the pixels that
 * Python's {@code cv2.VideoCapture} gives. A file whose name looks like something else ({@code 0},
 * {@code a:b.mp4}) is written {@code ./0}.
 *
 * <p>Options, with FFGear's or FFmpeg's name for the same in brackets:
 *
 * <ul>
 *   <li>{@code timeout}: the longest time to open or to wait for a frame in seconds (10); {@code
 *       CAP_PROP_OPEN_TIMEOUT_MSEC} and {@code CAP_PROP_READ_TIMEOUT_MSEC} set each alone.
 *   <li>{@code format} [{@code source_demuxer}, {@code -f}]: FFmpeg's name of the demuxer, where it
 *       cannot guess. One of a device ({@code v4l2}, {@code x11grab}, {@code lavfi}) makes the
 *       location what that device is called; a camera's number is {@code /dev/videoN} then.
 *   <li>{@code decoder} [{@code -vcodec}]: FFmpeg's name of the decoder.
 *   <li>{@code threads} [{@code -threads}, {@code CAP_PROP_N_THREADS}] to decode with, 0 to 64 (0:
 *       as many as there are processors).
 *   <li>{@code hwaccel} [{@code -hwaccel}, {@code CAP_PROP_HW_ACCELERATION}]: the device that
 *       decodes: {@code none} (the default), {@code auto} for any that is there or else none, or
 *       FFmpeg's name of one, which must be there: {@code vaapi}, {@code cuda}, {@code
 *       videotoolbox}.
 *   <li>{@code frame_format}: FFmpeg's name of the pixel format, {@code bgr24} by default. Frames
 *       are {@code [height, width]} or {@code [height, width, channels]} of {@code |u1}, of {@code
 *       <u2} for more than 8 bits, of {@code <f4} for floats; planes lie below each other, so that
 *       {@code yuv420p} and {@code nv12} are {@code [height * 3 / 2, width]}.
 *   <li>{@code colorspace}: one of OpenCV's conversions from BGR by its name, {@code
 *       COLOR_BGR2GRAY} or {@code COLOR_BGR2HSV} for instance, or {@code none}; can be set while
 *       the source runs. Loads OpenCV.
 *   <li>{@code start} [{@code -ss}]: where to begin, in seconds or {@code hours:minutes:seconds};
 *       or {@code CAP_PROP_POS_MSEC}, {@code CAP_PROP_POS_FRAMES}, {@code CAP_PROP_POS_AVI_RATIO}.
 *       The first frame is the one that is shown then. Can be set while the source runs, which goes
 *       there. A live stream has no such place.
 *   <li>{@code every}: 3 gives each third frame, the first among them (1). To have the decoder skip
 *       frames, {@code ffmpeg.skip_frame=nokey}.
 *   <li>{@code corrupt}: what becomes of a frame that arrived or was decoded only in part: {@code
 *       error} (the default for what is not live), {@code skip}, or {@code show} (the default for
 *       what is). The source's info counts them, {@code corrupt_frames}.
 *   <li>{@code ffmpeg.NAME}: any option of FFmpeg's protocol, demuxer or decoder, {@code
 *       ffmpeg.rtsp_transport=udp} for instance; one that none of them knows is an error.
 *   <li>{@code CAP_PROP_ORIENTATION_AUTO}: 0 to leave pictures lying as they were recorded (1).
 *   <li>{@code backend}: {@code CAP_FFMPEG} has FFmpeg open a camera too.
 * </ul>
 */
public final class FfmpegSourceProvider implements FrameSourceProvider {
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
    String backend = Backend.of(request);
    if (!backend.equals(Backend.ANY) && !backend.equals(Backend.FFMPEG)) {
      return Support.no("backend " + backend + ", which is opencv's");
    }
    return switch (Place.of(request.location()).kind()) {
      case CAMERA ->
          Support.when(
              Backend.isForFfmpeg(request),
              "a camera's number, which opencv serves unless backend is CAP_FFMPEG");
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
    if (SiteSourceProvider.isAskedFor(request)) {
      // somebody who asked for this provider by name, as FFGear's stream mode does
      return new SiteSourceProvider().create(request);
    }
    Place place = Place.of(request.location());
    FfmpegOptions options = FfmpegOptions.of(new Settings(request));
    if (place.kind() == Place.Kind.CAMERA) {
      Cameras.requireDevice(place);
    }
    return FfmpegSource.open(place, options);
  }
}
