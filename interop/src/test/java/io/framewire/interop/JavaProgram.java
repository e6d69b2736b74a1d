package io.framewire.interop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of ours as a JVM of its own, without the launcher between it and its signals. */
final class JavaProgram {
  private JavaProgram() {}

  /** What starts a main class on these tests' class path; quickly, and in little memory. */
  static List<String> command(Class<?> main, List<String> words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx96m",
                "-XX:MaxDirectMemorySize=256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dmsgpack.universal-buffer=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(words);
    return command;
  }
}
