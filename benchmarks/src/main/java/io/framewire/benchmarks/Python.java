package io.framewire.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Python that has the peers. */
public final class Python {
  private static final String VARIABLE = "FRAMEWIRE_PYTHON";
  private static final String MADE_BY_RUN = "benchmarks/target/python/bin/python";

  private Python() {}

  /**
   * Its interpreter.
   *
   * @return an absolute path
   * @throws IOException if there is none
   */
  public static Path interpreter() throws IOException {
    Path python = Path.of(System.getenv().getOrDefault(VARIABLE, MADE_BY_RUN)).toAbsolutePath();
    if (!Files.isExecutable(python)) {
      throw new IOException(
          "no Python with the peers at "
              + python
              + ": install Python 3.10 or later and start with ./benchmarks/run, which gets them, or"
              + " set "
              + VARIABLE
              + " to a Python that has benchmarks/src/main/python/requirements.txt");
    }
    return python;
  }
}
