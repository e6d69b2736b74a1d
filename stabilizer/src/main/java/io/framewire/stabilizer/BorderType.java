package io.framewire.stabilizer;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.BORDER_WRAP;

import io.framewire.error.ConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What fills the part of a moved picture that the camera did not see. */
public enum BorderType {
  /** Zeros: black, and transparent where there is an alpha channel. */
  BLACK(BORDER_CONSTANT),
  /** The picture mirrored at its edge: {@code cba|abc}. */
  REFLECT(BORDER_REFLECT),
  /** The picture mirrored at its outermost pixel: {@code dcb|abcd}. */
  REFLECT_101(BORDER_REFLECT_101),
  /** The outermost pixel: {@code aaa|abc}. */
  REPLICATE(BORDER_REPLICATE),
  /** The picture's opposite side: {@code bcd|abcd}. */
  WRAP(BORDER_WRAP);

  private final int mode;

  BorderType(int mode) {
    this.mode = mode;
  }

  /**
   * Reads vidgear's word for it.
   *
   * @param word {@code black}, {@code reflect}, {@code reflect_101}, {@code replicate} or {@code
   *     wrap}
   * @return the border type
   * @throws ConfigurationException if it is none of them
   */
  public static BorderType parse(String word) {
    return Arrays.stream(values())
        .filter(type -> type.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new ConfigurationException("BORDER_TYPE is \"" + word + "\": use " + words()));
  }

  /** OpenCV's number for it. */
  int mode() {
    return mode;
  }

  private static String words() {
    List<String> words = Arrays.stream(values()).map(BorderType::word).toList();
    return String.join(", ", words.subList(0, words.size() - 1)) + " or " + WRAP.word();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
