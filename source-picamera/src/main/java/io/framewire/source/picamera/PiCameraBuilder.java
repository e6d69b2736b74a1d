// long for its Javadoc: each of the camera's many options has a method
package io.framewire.source.picamera;

import com.pi4j.context.Context;
import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a camera is to be opened with. Every method refuses a value that the camera cannot take with
 * a {@link ConfigurationException}, before anything is started; what is not set is left to the
 * camera. Used by one thread; {@link #open} takes a copy.
 *
 * <p>{@link #option} takes the same by name, also under the names of Python's vidgear (PiGear) and
 * Picamera2.
 */
public final class PiCameraBuilder {
  private static final int SMALLEST_SIDE = 64;
  private static final int LARGEST_SIDE = 16_384;
  private static final int MOST_FPS = 1000;
  private static final int MOST_CAMERAS = 64;
  private static final int MOST_BUFFERS = 64;
  private static final double MOST_FACTOR = 15.99;
  private static final double MOST_GAIN = 1024;
  private static final int MOST_EV = 10;
  private static final int MOST_DIOPTRES = 32;
  private static final int MOST_BITS = 16;
  private static final int MOST_PINS = 64;
  private static final int HALF_TURN = 180;
  private static final int MATRIX_ELEMENTS = 9;
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);
  private static final double MILLIS = 1000;
  private static final int NANOS_OF_A_MICRO = 1000;

  private final Map<String, String> tool = new TreeMap<>();
  private int camera;
  private int width = 640;
  private int height = 480;
  private double fps = 30;
  private PixelFormat format = PixelFormat.BGR;
  private Duration startDelay = Duration.ZERO;
  private Duration timeout = Duration.ofSeconds(2);
  private boolean autoAlign;
  private Optional<Path> program = Optional.empty();
  private OptionalInt light = OptionalInt.empty();
  private OptionalInt trigger = OptionalInt.empty();
  private Optional<Context> pi4j = Optional.empty();

  PiCameraBuilder() {}

  PiCameraBuilder(CameraSettings settings) {
    camera = settings.camera();
    width = settings.width();
    height = settings.height();
    fps = settings.fps();
    format = settings.format();
    startDelay = settings.startDelay();
    timeout = settings.timeout();
    autoAlign = settings.autoAlign();
    program = settings.tool();
    light = settings.light();
    trigger = settings.trigger();
    tool.putAll(settings.toolOptions());
  }

  /**
   * Which camera, as {@code framewire sources} numbers them.
   *
   * @param index 0 or more; 0 unless set
   * @return this
   */
  public PiCameraBuilder camera(int index) {
    camera = Checks.within("camera", index, 0, MOST_CAMERAS);
    return this;
  }

  /**
   * The size of the frames.
   *
   * @param newWidth pixels, even, 64 or more; 640 unless set
   * @param newHeight pixels, even, 64 or more; 480 unless set
   * @return this
   */
  public PiCameraBuilder size(int newWidth, int newHeight) {
    return width(newWidth).height(newHeight);
  }

  /**
   * The width of the frames.
   *
   * @param pixels even, 64 or more; 640 unless set
   * @return this
   */
  public PiCameraBuilder width(int pixels) {
    width = Checks.even("width", pixels, SMALLEST_SIDE, LARGEST_SIDE);
    return this;
  }

  /**
   * The height of the frames.
   *
   * @param pixels even, 64 or more; 480 unless set
   * @return this
   */
  public PiCameraBuilder height(int pixels) {
    height = Checks.even("height", pixels, SMALLEST_SIDE, LARGEST_SIDE);
    return this;
  }

  /**
   * Whether the size may be adjusted: the width is rounded down to a multiple of 32, and a size
   * that the camera itself changes is taken as it is. Otherwise the latter is an error.
   *
   * @param adjust false unless set
   * @return this
   */
  public PiCameraBuilder autoAlign(boolean adjust) {
    autoAlign = adjust;
    return this;
  }

  /**
   * How many frames the camera takes in a second.
   *
   * @param framesPerSecond more than 0, up to 1000; 30 unless set
   * @return this
   */
  public PiCameraBuilder fps(double framesPerSecond) {
    fps = positive("fps", framesPerSecond, MOST_FPS);
    return this;
  }

  /**
   * What the frames hold.
   *
   * @param newFormat {@link PixelFormat#BGR} unless set
   * @return this
   */
  public PiCameraBuilder format(PixelFormat newFormat) {
    format = newFormat;
    return this;
  }

  /**
   * How long to let the camera warm up: frames of that time are thrown away when it is opened.
   *
   * @param delay 0, as unless set, to an hour
   * @return this
   */
  public PiCameraBuilder startDelay(Duration delay) {
    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
      throw Checks.refused("time_delay", seconds(delay), "0 to 3600 seconds");
    }
    startDelay = delay;
    return this;
  }

  /**
   * How long no frame may come before the camera is taken to be gone; at least four frame periods
   * or exposures where those take longer.
   *
   * @param silence more than 1 s and less than 10 s; 2 s unless set
   * @return this
   */
  public PiCameraBuilder timeout(Duration silence) {
    if (silence.compareTo(Duration.ofSeconds(1)) <= 0
        || silence.compareTo(Duration.ofSeconds(10)) >= 0) {
      throw Checks.refused("timeout", seconds(silence), "more than 1 and less than 10 seconds");
    }
    timeout = silence;
    return this;
  }

  /**
   * The number of buffers the camera fills in turn.
   *
   * @param buffers 1 to 64; PiGear has 4, the camera tool 6
   * @return this
   */
  public PiCameraBuilder bufferCount(int buffers) {
    return put("buffer-count", Checks.within("buffer_count", buffers, 1, MOST_BUFFERS));
  }

  /**
   * The sensor's mode, of those that {@code framewire sources} lists; the nearest is taken. 0 for
   * what the camera tool chooses.
   *
   * @param sensorWidth the width of its pictures
   * @param sensorHeight the height of its pictures
   * @param bits bits of a pixel
   * @return this
   */
  public PiCameraBuilder sensorMode(int sensorWidth, int sensorHeight, int bits) {
    Checks.within("sensor output_size", sensorWidth, 0, LARGEST_SIDE);
    Checks.within("sensor output_size", sensorHeight, 0, LARGEST_SIDE);
    Checks.within("sensor bit_depth", bits, 0, MOST_BITS);
    tool.put("mode", sensorWidth + ":" + sensorHeight + ":" + bits + ":P");
    return this;
  }

  /**
   * Mirrors the picture, left for right.
   *
   * @param mirror false unless set
   * @return this
   */
  public PiCameraBuilder hflip(boolean mirror) {
    return flag("hflip", mirror);
  }

  /**
   * Mirrors the picture, top for bottom.
   *
   * @param mirror false unless set
   * @return this
   */
  public PiCameraBuilder vflip(boolean mirror) {
    return flag("vflip", mirror);
  }

  /**
   * Turns the picture.
   *
   * @param degrees 0, as unless set, or 180
   * @return this
   */
  public PiCameraBuilder rotation(int degrees) {
    if (degrees != 0 && degrees != HALF_TURN) {
      throw Checks.refused("rotation", String.valueOf(degrees), "0 or 180");
    }
    return put("rotation", degrees);
  }

  /**
   * The part of the sensor to show, each value a fraction of the whole (digital zoom).
   *
   * @param left where it begins, 0 to 1
   * @param top where it begins, 0 to 1
   * @param partWidth more than 0, up to 1 - left
   * @param partHeight more than 0, up to 1 - top
   * @return this
   */
  public PiCameraBuilder roi(double left, double top, double partWidth, double partHeight) {
    String words = joined(left, top, partWidth, partHeight);
    boolean possible =
        left >= 0
            && top >= 0
            && partWidth > 0
            && partHeight > 0
            && left + partWidth <= 1
            && top + partHeight <= 1;
    if (!possible) {
      throw Checks.refused(
          "roi", words, "fractions of the picture inside it, 0.25,0.25,0.5,0.5 for instance");
    }
    tool.put("roi", words);
    return this;
  }

  /**
   * A fixed exposure time.
   *
   * @param exposure a microsecond to half an hour; zero for what the camera finds
   * @return this
   */
  public PiCameraBuilder shutter(Duration exposure) {
    long micros = exposure.toNanos() / NANOS_OF_A_MICRO;
    return put("shutter", Checks.within("shutter", micros, 0, Integer.MAX_VALUE));
  }

  /**
   * A fixed gain.
   *
   * @param factor 1 to what the sensor can; 0 for what the camera finds
   * @return this
   */
  public PiCameraBuilder gain(double factor) {
    return put("gain", Checks.within("gain", factor, 0, MOST_GAIN));
  }

  /**
   * Brighter or darker than the camera finds right.
   *
   * @param stops -10 to 10; 0 unless set
   * @return this
   */
  public PiCameraBuilder exposureCompensation(double stops) {
    return put("ev", Checks.within("ev", stops, -MOST_EV, MOST_EV));
  }

  /**
   * What the camera prefers where it chooses the exposure.
   *
   * @param mode the preference
   * @return this
   */
  public PiCameraBuilder exposure(ExposureMode mode) {
    return word("exposure", mode);
  }

  /**
   * What part of the picture the exposure is measured on.
   *
   * @param mode the part
   * @return this
   */
  public PiCameraBuilder metering(MeteringMode mode) {
    return word("metering", mode);
  }

  /**
   * How the camera finds its white balance.
   *
   * @param mode the way
   * @return this
   */
  public PiCameraBuilder awb(AwbMode mode) {
    return word("awb", mode);
  }

  /**
   * A fixed white balance.
   *
   * @param red the gain of red, more than 0, up to 32
   * @param blue the gain of blue, more than 0, up to 32
   * @return this
   */
  public PiCameraBuilder awbGains(double red, double blue) {
    positive("awbgains", red, MOST_DIOPTRES);
    positive("awbgains", blue, MOST_DIOPTRES);
    tool.put("awbgains", joined(red, blue));
    return this;
  }

  /**
   * A fixed colour correction; needs {@link #awbGains} too.
   *
   * @param elements the 3 x 3 matrix, row by row
   * @return this
   */
  public PiCameraBuilder colourMatrix(double... elements) {
    if (elements.length != MATRIX_ELEMENTS) {
      throw Checks.refused("ccm", joined(elements), "9 numbers, the matrix row by row");
    }
    tool.put("ccm", joined(elements));
    return this;
  }

  /**
   * The brightness of the picture.
   *
   * @param value -1 to 1; 0 unless set
   * @return this
   */
  public PiCameraBuilder brightness(double value) {
    return put("brightness", Checks.within("brightness", value, -1, 1));
  }

  /**
   * The contrast of the picture.
   *
   * @param factor 0 to 15.99; 1 unless set
   * @return this
   */
  public PiCameraBuilder contrast(double factor) {
    return put("contrast", Checks.within("contrast", factor, 0, MOST_FACTOR));
  }

  /**
   * The strength of the colours.
   *
   * @param factor 0 for grey to 15.99; 1 unless set
   * @return this
   */
  public PiCameraBuilder saturation(double factor) {
    return put("saturation", Checks.within("saturation", factor, 0, MOST_FACTOR));
  }

  /**
   * The sharpening.
   *
   * @param factor 0 for none to 15.99; 1 unless set
   * @return this
   */
  public PiCameraBuilder sharpness(double factor) {
    return put("sharpness", Checks.within("sharpness", factor, 0, MOST_FACTOR));
  }

  /**
   * How much noise is taken out of the picture.
   *
   * @param mode how much
   * @return this
   */
  public PiCameraBuilder denoise(DenoiseMode mode) {
    return word("denoise", mode);
  }

  /**
   * What the lens does, where it can move.
   *
   * @param mode what
   * @return this
   */
  public PiCameraBuilder autofocus(AutofocusMode mode) {
    return word("autofocus-mode", mode);
  }

  /**
   * Where the lens stays, with {@link AutofocusMode#MANUAL}.
   *
   * @param dioptres 1 over the distance in metres: 0 for far away, up to 32
   * @return this
   */
  public PiCameraBuilder lensPosition(double dioptres) {
    return put("lens-position", Checks.within("lens_position", dioptres, 0, MOST_DIOPTRES));
  }

  /**
   * High dynamic range.
   *
   * @param mode what kind
   * @return this
   */
  public PiCameraBuilder hdr(HdrMode mode) {
    tool.put("hdr", Checks.word(mode).replace('_', '-'));
    return this;
  }

  /**
   * The camera's tuning.
   *
   * @param file a tuning file of libcamera
   * @return this
   */
  public PiCameraBuilder tuningFile(Path file) {
    tool.put("tuning-file", file.toString());
    return this;
  }

  /**
   * Whether the camera tool tells all it does, which goes to the log at debug.
   *
   * @param tellAll false unless set
   * @return this
   */
  public PiCameraBuilder verbose(boolean tellAll) {
    if (tellAll) {
      tool.put("verbose", "2");
    } else {
      tool.remove("verbose");
    }
    return this;
  }

  /**
   * The camera tool to run.
   *
   * @param file its path; unless set, {@code rpicam-vid} or {@code libcamera-vid} on the PATH
   * @return this
   */
  public PiCameraBuilder tool(Path file) {
    program = Optional.of(file);
    return this;
  }

  /**
   * A pin with a light that is on while the camera runs. Needs Pi4J on the class path.
   *
   * @param pin the pin's BCM number
   * @return this
   */
  public PiCameraBuilder light(int pin) {
    light = OptionalInt.of(Checks.within("light", pin, 0, MOST_PINS));
    return this;
  }

  /**
   * A pin that takes a frame whenever it goes high; {@link PiCameraSource#read} then waits for it.
   * Needs Pi4J on the class path.
   *
   * @param pin the pin's BCM number, pulled down
   * @return this
   */
  public PiCameraBuilder trigger(int pin) {
    trigger = OptionalInt.of(Checks.within("trigger", pin, 0, MOST_PINS));
    return this;
  }

  /**
   * The program's own Pi4J, for {@link #light} and {@link #trigger}.
   *
   * @param context stays the caller's to shut down; unless set, one is made for this source
   * @return this
   */
  // requiring Pi4J transitively would make every module that uses this one need it to compile
  @SuppressWarnings("exports")
  public PiCameraBuilder pi4j(Context context) {
    pi4j = Optional.of(context);
    return this;
  }

  /**
   * Sets anything of the above by name.
   *
   * @param name as the provider's documentation lists them; a dash is as good as an underscore
   * @param value in words, numbers with a decimal point
   * @return this
   * @throws ConfigurationException if there is no such option, or its value is impossible
   */
  public PiCameraBuilder option(String name, String value) {
    NamedOptions.set(this, name, value);
    return this;
  }

  /**
   * Starts the camera and waits for its first frame.
   *
   * @return a source that the caller closes
   * @throws ConfigurationException if no camera tool is installed, or Pi4J is missing where it is
   *     needed
   * @throws SourceException if the camera does not start; it says why
   */
  public PiCameraSource open() {
    return PiCameraSource.open(settings(), Pins.of(light, trigger, pi4j));
  }

  CameraSettings settings() {
    return new CameraSettings(
        camera,
        width,
        height,
        fps,
        format,
        startDelay,
        timeout,
        autoAlign,
        program,
        light,
        trigger,
        tool);
  }

  /** An option of the tool whose value was checked. */
  PiCameraBuilder put(String option, double value) {
    tool.put(option, Checks.word(value));
    return this;
  }

  PiCameraBuilder word(String option, Enum<?> choice) {
    tool.put(option, Checks.word(choice));
    return this;
  }

  private PiCameraBuilder flag(String option, boolean on) {
    if (on) {
      tool.put(option, "");
    } else {
      tool.remove(option);
    }
    return this;
  }

  private static double positive(String option, double value, int most) {
    if (value > 0 && value <= most) {
      return value;
    }
    throw Checks.refused(option, Checks.word(value), "more than 0, up to " + most);
  }

  private static String joined(double... values) {
    StringBuilder words = new StringBuilder();
    for (double value : values) {
      words.append(words.length() == 0 ? "" : ",").append(Checks.word(value));
    }
    return words.toString();
  }

  private static String seconds(Duration duration) {
    return Checks.word(duration.toMillis() / MILLIS);
  }
}
