package io.framewire.source.opencv;

import io.framewire.opencv.OpenCv;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;
import java.util.Set;

/**
 * Cameras by number ({@code 0}) or device ({@code /dev/video0}) through OpenCV, on Linux with V4L2.
 * Frames are {@code |u1} of shape {@code [height, width, 3]}, blue, green, red.
 *
 * <p>Options: {@code width}, {@code height} and {@code fps} to ask the camera for, which logs a
 * warning where it gives another; {@code timeout}, the longest time to open or to wait for a frame
 * in seconds (10).
 */
public final class CameraSourceProvider implements FrameSourceProvider {
  private static final Set<String> OPTIONS = Set.of("timeout", "width", "height", "fps");

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
    return Support.when(
        Place.of(request.location()).kind() == Place.Kind.CAMERA,
        "serves cameras by number or /dev/videoN");
  }

  @Override
  public FrameSource create(SourceRequest request) {
    request.requireOnly(OPTIONS);
    return Cameras.open(Place.of(request.location()), new Settings(request));
  }
}
