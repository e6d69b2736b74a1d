package io.framewire.opencv;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.Support;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;

/**
 * OpenCV's native code. The classes of this module load it where they need it; call {@link #load()}
 * before using {@code org.bytedeco.opencv} directly, to get an error that says what to add.
 */
public final class OpenCv {
  private static final NativeCode NATIVE =
      NativeCode.of(
          "OpenCV",
          List.of("javacpp/jnijavacpp", "openblas/jniopenblas_nolapack", "opencv/jniopencv_core"),
          List.of(opencv_core.class));

  private OpenCv() {}

  /**
   * Whether OpenCV's native code for this platform is there, without loading it.
   *
   * @return yes, or no with what to add
   */
  public static Support available() {
    return NATIVE.available();
  }

  /**
   * Loads OpenCV's core, unless that was done already; OpenCV's other modules follow when first
   * used. Takes about 0.4 s, the first time on a machine longer.
   *
   * @throws ConfigurationException if the native code is missing, which artifact to add; or does
   *     not load, why
   */
  public static void load() {
    NATIVE.load();
  }
}
