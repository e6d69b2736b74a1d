package io.framewire.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option for plugins that are not on the class path. */
final class PluginArgs {
  @Option(
      names = "--plugin",
      paramLabel = "JAR",
      description = "a jar with more sources, transports, codecs or stabilizers; repeatable")
  private List<Path> jars = List.of();

  /** Does the work while the plugins are there. */
  void during(Work work) throws Exception {
    try (Plugins plugins = Plugins.load(jars)) {
      work.run(plugins);
    }
  }

  /** What needs the plugins. */
  @FunctionalInterface
  interface Work {
    void run(Plugins plugins) throws Exception;
  }
}
