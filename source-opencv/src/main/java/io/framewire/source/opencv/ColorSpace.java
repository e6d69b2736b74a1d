package io.framewire.source.opencv;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.opencv.Mats;
import io.framewire.opencv.OpenCv;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One of OpenCV's conversions from blue, green, red, by its name. Writes into the pool's memory.
 * Used by one thread.
 */
final class ColorSpace {
  private static final String PREFIX = "COLOR_BGR2";
  private static final String NONE = "none";

  private final String name;
  private final int code;
  private Result last = new Result(0, 0, new int[0], DType.UINT8);

  private ColorSpace(String name, int code) {
    this.name = name;
    this.code = code;
  }

  /** Frames of a size become others of a shape and dtype, which only OpenCV knows beforehand. */
  private record Result(int height, int width, int[] shape, DType dtype) {
    boolean isOf(Frame picture) {
      return picture.dimension(0) == height && picture.dimension(1) == width;
    }
  }

  /** Finds a conversion; empty for {@code none}. Letter case and underscores do not matter. */
  static Optional<ColorSpace> of(String name) {
    String wanted = name.strip();
    if (wanted.isEmpty() || wanted.equalsIgnoreCase(NONE)) {
      return Optional.empty();
    }
    Map<String, Integer> codes = codes();
    return codes.keySet().stream()
        .filter(known -> plain(known).equals(plain(wanted)))
        .findFirst()
        .map(known -> Optional.of(new ColorSpace(known, codes.get(known))))
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "option colorspace is \""
                        + name
                        + "\", which is no conversion of OpenCV's from BGR: use "
                        + String.join(", ", NearNames.of(wanted, codes.keySet()))
                        + " or none for instance"));
  }

  /** All there are, by name. */
  static Map<String, Integer> codes() {
    OpenCv.load();
    return Constants.of(opencv_imgproc.class, known -> known.startsWith(PREFIX));
  }

  /** OpenCV for Python has some of them under a second spelling: BGR2Lab, BGR2LAB. */
  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replace("_", "");
  }

  /** Makes a frame in this colour space of one in BGR, which it closes. */
  Frame convert(Frame picture, FramePool pool) {
    try (picture;
        Mat from = Mats.view(picture)) {
      return last.isOf(picture) ? inPlace(from, pool) : first(picture, from, pool);
    } catch (SourceException | ConfigurationException named) {
      throw named;
    } catch (RuntimeException refused) {
      throw new SourceException(
          name
              + " cannot be made of a frame of "
              + picture.dimension(1)
              + "x"
              + picture.dimension(0)
              + ": YUV with shared colours needs an even width and height, all others a BGR frame",
          refused);
    }
  }

  private Frame inPlace(Mat from, FramePool pool) {
    Frame frame = pool.take(last.dtype(), last.shape());
    try (Mat to = Mats.view(frame)) {
      opencv_imgproc.cvtColor(from, to, code);
      Mats.requireInPlace(to, frame);
      return frame;
    } catch (RuntimeException failure) {
      frame.close();
      throw failure;
    }
  }

  private Frame first(Frame picture, Mat from, FramePool pool) {
    try (Mat to = new Mat()) {
      opencv_imgproc.cvtColor(from, to, code);
      Frame frame = Mats.copy(to, pool);
      last = new Result(picture.dimension(0), picture.dimension(1), frame.shape(), frame.dtype());
      return frame;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
