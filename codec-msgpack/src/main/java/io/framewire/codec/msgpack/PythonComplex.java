package io.framewire.codec.msgpack;

import io.framewire.error.ProtocolException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Python's complex number, which msgpack-numpy sends as the text of its {@code repr}.
 *
 * @param real the real part
 * @param imaginary the imaginary part
 */
record PythonComplex(double real, double imaginary) {
  static final DType DTYPE = DType.parse("<c16");
  private static final int LONGEST = 128;
  // what was matched once is not tried again in shorter pieces
  private static final String NUMBER = "[+-]?(?:\\d++(?:\\.\\d*+)?(?:e[+-]?\\d++)?|inf|nan)";
  private static final Pattern FORM =
      Pattern.compile("(?:(" + NUMBER + ")(?=[+-]))?(" + NUMBER + ")j");

  static PythonComplex parse(ByteBuffer bytes) {
    if (bytes.remaining() > LONGEST) {
      throw new ProtocolException(
          "a Python complex is a text of " + bytes.remaining() + " bytes, more than " + LONGEST);
    }
    String text = Utf8.decode(bytes, "a Python complex");
    boolean enclosed = text.startsWith("(") && text.endsWith(")");
    Matcher matcher = FORM.matcher(enclosed ? text.substring(1, text.length() - 1) : text);
    if (!matcher.matches()) {
      throw new ProtocolException(
          "a Python complex is " + Utf8.quote(text) + ", not of the form (1+2j)");
    }
    double real = matcher.group(1) == null ? 0 : number(matcher.group(1));
    return new PythonComplex(real, number(matcher.group(2)));
  }

  Frame toFrame() {
    ByteBuffer elements = ByteBuffer.allocate(DTYPE.itemSize()).order(ByteOrder.LITTLE_ENDIAN);
    return Frame.copyOf(elements.putDouble(real).putDouble(imaginary).flip(), DTYPE);
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace("inf", "Infinity").replace("nan", "NaN"));
  }
}
