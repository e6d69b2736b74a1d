package io.framewire.cli;

import io.framewire.cli.demo.Demo;
import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code framewire demo}. */
@Command(
    name = "demo",
    description = {
      "Makes a short clip, streams it from one JVM to another, and leaves a picture.",
      "The picture shows frames as they were sent and as they were received."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class DemoCommand implements Callable<Integer> {
  private static final int MOST_FRAMES = 100_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "300",
      description = "how many frames the clip has (${DEFAULT-VALUE})")
  private int frames;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "framewire-demo.png",
      description = "the picture to leave (${DEFAULT-VALUE})")
  private Path output;

  @Option(
      names = "--verbose",
      description = "log every change of state, and show where errors come from")
  private boolean verbose;

  @Override
  public Integer call() throws Exception {
    if (frames < 1 || frames > MOST_FRAMES) {
      throw new ConfigurationException("--frames is " + frames + ": use 1 to " + MOST_FRAMES);
    }
    requireWritable(output);
    Demo demo =
        new Demo(
            frames,
            output,
            spec.commandLine().getOut(),
            statistics -> LiveLine.start(false, statistics));
    return demo.run() ? Errors.DONE : Errors.OTHER;
  }

  private static void requireWritable(Path picture) {
    Path folder = picture.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(folder)) {
      throw new FramewireException(
          "cannot write " + picture + ": check that its folder exists and takes files");
    }
  }
}
