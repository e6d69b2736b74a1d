package io.framewire.cli;

import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.Providers;
import io.framewire.spi.Support;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code framewire sources}. */
@Command(
    name = "sources",
    description = "Lists what frames can come from here, and why anything is missing.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class SourcesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PluginArgs pluginArgs;

  @Option(names = "--verbose", description = "show where errors come from")
  private boolean verbose;

  @Override
  public Integer call() throws Exception {
    pluginArgs.during(this::list);
    return Errors.DONE;
  }

  private void list(Plugins plugins) {
    PrintWriter out = spec.commandLine().getOut();
    Providers<FrameSourceProvider> providers = FrameSources.providers();
    for (FrameSourceProvider provider : providers.all()) {
      Support here = provider.available();
      String origin = plugins.origin(provider).map(jar -> " (from " + jar + ")").orElse("");
      String state = here.supported() ? "available" : "unavailable: " + here.reason();
      out.printf("%-10s %s%n", provider.name(), state + origin);
      if (here.supported()) {
        provider.found().forEach(line -> out.printf("%-10s %s%n", "", line));
      }
    }
    for (String failure : providers.broken()) {
      out.printf("%-10s unavailable: %s%n", "?", failure);
    }
  }
}
