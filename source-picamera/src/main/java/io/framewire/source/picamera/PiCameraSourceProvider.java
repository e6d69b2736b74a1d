package io.framewire.source.picamera;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Raspberry Pi cameras by index: {@code picamera:0?width=1280&height=720&fps=30&hflip=true}.
 *
 * <p>Options, each as the method of {@link PiCameraBuilder} takes it:
 *
 * <ul>
 *   <li>{@code width}, {@code height}, {@code fps}, {@code format} (bgr, rgb, grey, yuv420), {@code
 *       buffer_count}, {@code mode} (WIDTH:HEIGHT:BITS), {@code timeout} and {@code time_delay} in
 *       seconds
 *   <li>{@code hflip}, {@code vflip}, {@code rotation}, {@code roi}
 *   <li>{@code shutter} in microseconds, {@code gain}, {@code ev}, {@code exposure}, {@code
 *       metering}, {@code awb}, {@code awbgains}, {@code ccm}, {@code brightness}, {@code
 *       contrast}, {@code saturation}, {@code sharpness}, {@code denoise}, {@code autofocus_mode},
 *       {@code lens_position}, {@code hdr}, {@code tuning_file}
 *   <li>{@code light}, {@code trigger}: BCM numbers of pins
 *   <li>as PiGear calls them: {@code camera_num}, {@code resolution}, {@code framerate}, {@code
 *       colorspace}, {@code HWFAILURE_TIMEOUT}, {@code sensor}, {@code controls}, {@code transform}
 *       (these three as Python writes dictionaries), {@code auto_align_output_size}, {@code
 *       enable_verbose_logs}, {@code queue}
 * </ul>
 */
public final class PiCameraSourceProvider implements FrameSourceProvider {
  private static final Pattern INDEX = Pattern.compile("\\d{1,3}");

  /** For the service loader. */
  public PiCameraSourceProvider() {}

  @Override
  public String name() {
    return "picamera";
  }

  @Override
  public Support supports(SourceRequest request) {
    return Support.when(
        request.hasScheme("picamera"), "serves picamera:INDEX, a Raspberry Pi camera");
  }

  @Override
  public Support available() {
    return Tool.available(Tool.find(), Board::model);
  }

  @Override
  public List<String> found() {
    return Tool.find()
        .map(tool -> Discovery.lines(tool, Board.model(), UsbCameras.find()))
        .orElse(List.of());
  }

  @Override
  public FrameSource create(SourceRequest request) {
    SourceRequest plain = request.withoutSchemeAndQuery();
    if (!INDEX.matcher(plain.location()).matches()) {
      throw noIndex(request.location());
    }
    PiCameraBuilder builder = PiCameraSource.builder();
    NamedOptions.setAll(builder, plain.options());
    int index = Integer.parseInt(plain.location());
    if (plain.options().containsKey("camera_num") && builder.settings().camera() != index) {
      throw new ConfigurationException(
          "source "
              + request.location()
              + " names camera "
              + index
              + ", its option camera_num another: leave the option out");
    }
    return builder.camera(index).open();
  }

  private static ConfigurationException noIndex(String location) {
    return new ConfigurationException(
        "source "
            + location
            + " is not picamera:INDEX, picamera:0 for instance"
            + UsbCameras.hint(UsbCameras.find()));
  }
}
