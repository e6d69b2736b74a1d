package io.framewire.source;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code test:WIDTHxHEIGHT}, a synthetic moving picture. Options: {@code fps} (30; 0 for as fast as
 * it is read), {@code dtype} (any boolean, integer, float or complex one; {@code uint8}), {@code
 * channels} (3; 1 gives a shape without the third dimension), {@code static} (true for one
 * unchanging picture).
 */
public final class TestSourceProvider implements FrameSourceProvider {
  private static final Pattern SIZE = Pattern.compile("0*([1-9]\\d{0,4})x0*([1-9]\\d{0,4})");
  private static final Set<String> OPTIONS = Set.of("fps", "dtype", "channels", "static");

  /** For the service loader. */
  public TestSourceProvider() {}

  @Override
  public String name() {
    return "test";
  }

  @Override
  public Support supports(SourceRequest request) {
    return Support.when(request.hasScheme("test"), "serves test:WIDTHxHEIGHT");
  }

  @Override
  public FrameSource create(SourceRequest request) {
    SourceRequest plain = request.withoutSchemeAndQuery();
    plain.requireOnly(OPTIONS);
    Matcher size = SIZE.matcher(plain.location());
    if (!size.matches()) {
      throw new ConfigurationException(
          "source " + request.shown() + " is not test:WIDTHxHEIGHT, test:640x480 for instance");
    }
    int width = Integer.parseInt(size.group(1));
    int height = Integer.parseInt(size.group(2));
    int channels = whole(plain, "channels", "3", 1, 64);
    DType dtype = DType.parse(plain.options().getOrDefault("dtype", "uint8"));
    int[] shape = channels == 1 ? new int[] {height, width} : new int[] {height, width, channels};
    return new TestSource(
        new TestPicture(dtype, shape),
        number(plain, "fps", "30", 0, 10_000),
        Words.truth("static", plain.options().getOrDefault("static", "false")));
  }

  private static double number(
      SourceRequest request, String name, String otherwise, double least, double most) {
    String text = request.options().getOrDefault(name, otherwise);
    try {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw new ConfigurationException(
          "option " + name + " is \"" + text + "\", not a number", notANumber);
    }
    throw new ConfigurationException(
        "option " + name + " is " + text + ": use " + (long) least + " to " + (long) most);
  }

  private static int whole(
      SourceRequest request, String name, String otherwise, int least, int most) {
    double value = number(request, name, otherwise, least, most);
    if (value != Math.rint(value)) {
      throw new ConfigurationException(
          "option " + name + " is " + value + ": use a whole number, " + least + " to " + most);
    }
    return (int) value;
  }
}
