package io.framewire.cli;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceInfo;
import io.framewire.spi.SourceRequest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framewire view}. */
@Command(
    name = "view",
    description = {
      "Shows sources side by side on a page in the browser, without a stream between.",
      "Clips play at their own speed, and again when they end."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class ViewCommand implements Callable<Integer> {
  private static final int PORT = 8080;
  private static final int LONGEST_NAME = 60;
  private static final double RATE_OF_NONE = 25;

  @Spec private CommandSpec spec;
  @Mixin private HttpArgs http;
  @Mixin private SourceArgs sourceArgs;
  @Mixin private PluginArgs pluginArgs;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description = "what to show, each as send takes it: 0, clip.mp4, screen:, test:640x480")
  private List<String> sources;

  @Option(
      names = "--rate",
      paramLabel = "FPS",
      description = "how many frames a second to show (the clip's own)")
  private double rate;

  @Option(names = "--frames", paramLabel = "N", description = "stop after N frames of each")
  private long frames = Long.MAX_VALUE;

  @Option(
      names = "--verbose",
      description = "log every change of state, and show where errors come from")
  private boolean verbose;

  private final Set<String> names = new HashSet<>();
  private int code = Errors.DONE;

  @Override
  public Integer call() throws Exception {
    if (frames < 1) {
      throw new ConfigurationException("--frames is " + frames + ": use 1 or more");
    }
    if (!(rate >= 0)) {
      throw new ConfigurationException(
          "--rate is " + rate + ": use frames a second, or leave it out for the clip's own");
    }
    pluginArgs.during(plugins -> show());
    return code;
  }

  private void show() throws InterruptedException {
    List<ShownSource> shown = new CopyOnWriteArrayList<>();
    Interruption interruption = Interruption.closes(() -> ShownSource.closeAll(shown));
    try (HttpPage page = http.openAt(PORT, spec.commandLine().getErr())) {
      for (String location : sources) {
        shown.add(show(location, page));
      }
      for (ShownSource one : shown) {
        one.await();
      }
    } finally {
      ShownSource.closeAll(shown);
      interruption.close();
    }
  }

  private ShownSource show(String location, HttpPage page) {
    FrameSource source = atItsSpeed(sourceArgs.openLooped(location));
    String name = name(location);
    while (!names.add(name)) {
      name = names.size() + 1 + " " + name;
    }
    return ShownSource.start(source, page.view(name, source), frames, this::broke);
  }

  /** At once, for the others may go on for ever; the first failure is the exit code's. */
  private synchronized void broke(Throwable failure) {
    Errors.report(failure, spec.commandLine());
    code = code == Errors.DONE ? Errors.exitCode(failure) : code;
  }

  /** A live one has its own; a clip would be over in no time. */
  private FrameSource atItsSpeed(FrameSource source) {
    SourceInfo info = source.info();
    if (rate != 0) {
      return source.rate(rate);
    }
    return info.live() ? source : source.rate(info.framesPerSecond().orElse(RATE_OF_NONE));
  }

  /** What a person knows it by, without a password or what cannot be read. */
  static String name(String location) {
    String name = fileName(location, new SourceRequest(location, Map.of()).shown());
    String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
    return cut.replaceAll("[\\p{Cc}\\p{Cs}]", "?");
  }

  private static String fileName(String location, String otherwise) {
    try {
      Path file = Path.of(location);
      return Files.isRegularFile(file) ? file.getFileName().toString() : otherwise;
    } catch (InvalidPathException noFile) {
      return otherwise;
    }
  }
}
