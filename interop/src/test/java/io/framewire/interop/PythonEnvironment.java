package io.framewire.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The Python that runs the real vidgear, made under {@code target} on first use and shared by all
 * tests, also those of modules beside this one. {@code -Dinterop.python=COMMAND} makes it with
 * another Python than {@code python3}.
 */
final class PythonEnvironment {
  private static final Path MODULE =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("interop");
  private static final Path SCRIPTS = MODULE.resolve("src/test/python");

  private static Path interpreter;
  private static String whyNot;

  private PythonEnvironment() {}

  /** Why it cannot be had, if so. The first call may take minutes. */
  static synchronized Optional<String> missing() {
    if (interpreter == null && whyNot == null) {
      make();
    }
    return Optional.ofNullable(whyNot);
  }

  /** Its interpreter, for tests that are marked with {@link NeedsVidgear}. */
  static synchronized Path interpreter() {
    missing()
        .ifPresent(
            why -> {
              throw new IllegalStateException(why);
            });
    return interpreter;
  }

  /** The folder of the peers' scripts. */
  static Path scripts() {
    return SCRIPTS;
  }

  /** The folder for what tests leave behind. */
  static Path target() {
    return MODULE.resolve("target");
  }

  private static void make() {
    try {
      interpreter =
          new VirtualEnvironment(
                  target().resolve("python"),
                  System.getProperty("interop.python", "python3"),
                  SCRIPTS.resolve("requirements.txt"))
              .make();
    } catch (IOException cannot) {
      whyNot = "no vidgear to test against: " + cannot.getMessage();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      whyNot = "interrupted while the Python environment was made";
    }
  }
}
