package io.framewire.benchmarks.wire;

import io.framewire.benchmarks.Python;
import io.framewire.benchmarks.wire.end.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an end runs in: Python or a Java virtual machine. */
record Program(boolean python, List<String> words) {
  private static final Path SCRIPTS = Path.of("benchmarks/src/main/python");
  private static final Path JVM_OPTIONS = Path.of("cli/jvm.options");

  /** An end of this module, with more options of its own. */
  static Program java(String peer, String... more) {
    List<String> words = new ArrayList<>(List.of(peer));
    words.addAll(List.of(more));
    return new Program(false, words);
  }

  static Program python(String script) {
    return new Program(true, List.of(script));
  }

  /** The command line for one of its two ends. */
  List<String> command(Path project, String role, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(python ? interpreter(project) : machine(project));
    command.add(role);
    command.addAll(words.subList(1, words.size()));
    command.addAll(options);
    return command;
  }

  private List<String> interpreter(Path project) throws IOException {
    Path script = project.resolve(SCRIPTS).resolve(words.get(0));
    // -B leaves no compiled files beside the sources
    return List.of(Python.interpreter().toString(), "-B", script.toString());
  }

  private List<String> machine(Path project) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "@" + project.resolve(JVM_OPTIONS),
        "-cp",
        ClassPath.ofEnds(),
        Main.class.getName(),
        words.get(0));
  }
}
