package io.framewire.testing;

/**
 * How often a test repeats what only breaks after many times: a few in the normal build, many under
 * the Maven profile {@code soak}, which sets {@code -Dframewire.soak=true}.
 */
public final class Soak {
  private static final String PROPERTY = "framewire.soak";

  private Soak() {}

  /** Whether the long versions run. */
  public static boolean isOn() {
    return Boolean.getBoolean(PROPERTY);
  }

  /** The number for this run. */
  public static int times(int shortCount, int fullCount) {
    return isOn() ? fullCount : shortCount;
  }
}
