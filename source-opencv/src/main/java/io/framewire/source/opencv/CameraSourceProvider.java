package io.framewire.source.opencv;

import io.framewire.opencv.OpenCv;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;
import java.util.Set;

/**
 * Cameras by number ({@code 0}) or device ({@code /dev/video0}) through OpenCV, on Linux with V4L2.
 * Frames are {@code |u1} of shape {@code [height, width, 3]}, blue, green, red. Also image
 * sequences and files, where {@code backend} names a part of OpenCV that reads them; then frames
 * have the dtype and channels of the pictures.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code width}, {@code height} and {@code fps} to ask the camera for, or any property of
 *       OpenCV's {@code VideoCapture} by its name, {@code CAP_PROP_BRIGHTNESS} for instance, as a
 *       number; {@code CAP_PROP_FOURCC} also as four letters, {@code MJPG}. They are asked for in
 *       an order that cameras understand and read back; where the camera gives something else, a
 *       warning is logged, and the source's info has the value under the property's name and what
 *       was asked for under {@code refused}. While the source runs they can be set too; there a
 *       refusal is an error.
 *   <li>{@code backend}: {@code CAP_ANY} (the default, which is {@code CAP_V4L2} on Linux), {@code
 *       CAP_V4L2}, {@code CAP_IMAGES} for image sequences, {@code CAP_OPENCV_MJPEG} for AVI files,
 *       or another that this OpenCV has; an error lists them.
 *   <li>{@code colorspace}: one of OpenCV's conversions from BGR by its name, {@code
 *       COLOR_BGR2GRAY} or {@code COLOR_BGR2HSV} for instance, or {@code none}; can be set while
 *       the source runs.
 *   <li>{@code timeout}: the longest time to open or to wait for a frame in seconds (10).
 * </ul>
 */
public final class CameraSourceProvider implements FrameSourceProvider {
  private static final Set<String> OPTIONS =
      Set.of("timeout", "width", "height", "fps", FfmpegOptions.COLOR_SPACE, Backend.OPTION);

  /** For the service loader. */
  public CameraSourceProvider() {}

  @Override
  public String name() {
    return "opencv";
  }

  @Override
  public Support available() {
    return OpenCv.available();
  }

  @Override
  public Support supports(SourceRequest request) {
    String backend = Backend.of(request);
    Place.Kind kind = Place.of(request.location()).kind();
    boolean camera = kind == Place.Kind.CAMERA;
    boolean wanted = !backend.equals(Backend.ANY) && !backend.equals(Backend.FFMPEG);
    return Support.when(
        camera && !Backend.isForFfmpeg(request) || !camera && wanted && kind != Place.Kind.FOREIGN,
        "serves cameras by number or /dev/videoN, and what the option backend gives to OpenCV");
  }

  @Override
  public FrameSource create(SourceRequest request) {
    Settings settings = new Settings(request);
    settings.requireOnly(OPTIONS);
    return Cameras.open(Place.of(request.location()), settings, Backend.of(request));
  }
}
