package io.framewire.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Every block of Python compiles. */
final class PythonCheck {
  /** Compiles what comes in, as the file that is named. */
  private static final String PROGRAM =
      """
      import sys
      try:
          compile(sys.stdin.read(), sys.argv[1], "exec")
      except SyntaxError as wrong:
          print(f"{wrong.filename}:{wrong.lineno}: {wrong.msg}")
      """;

  private PythonCheck() {}

  static boolean isPossible() {
    try {
      return end(new ProcessBuilder("python3", "--version").start()).isEmpty();
    } catch (IOException missing) {
      return false;
    }
  }

  static List<String> problems(List<Page> pages) {
    return pages.stream()
        .flatMap(page -> page.blocks("python").stream())
        .flatMap(PythonCheck::problem)
        .toList();
  }

  /** Empty lines in front have Python count as the page does. */
  private static Stream<String> problem(Block block) {
    try {
      Process python =
          new ProcessBuilder("python3", "-c", PROGRAM, block.page())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String padded = "\n".repeat(block.line() - 1) + block.text() + "\n";
      try (var input = python.getOutputStream()) {
        input.write(padded.getBytes(StandardCharsets.UTF_8));
      }
      String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Stream.concat(said.lines(), end(python).stream());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<String> end(Process python) {
    try {
      if (!python.waitFor(30, TimeUnit.SECONDS)) {
        python.destroyForcibly();
        return List.of("Python did not end");
      }
      return python.exitValue() == 0 ? List.of() : List.of("Python ended " + python.exitValue());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}
