package io.framewire.cli;

import io.framewire.cli.sink.PictureFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options for what becomes of received frames. */
final class SinkArgs {
  @Option(
      names = "--save",
      paramLabel = "DIR",
      description = "save every frame there, named by its number and when it arrived (UTC)")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--save-format",
      paramLabel = "FORMAT",
      defaultValue = "png",
      description = "png, exact, or jpg, small (${DEFAULT-VALUE})")
  private PictureFolder.Format format;

  @Option(
      names = "--save-quality",
      paramLabel = "N",
      defaultValue = "95",
      description = "how good a jpg is, 1 to 100 (${DEFAULT-VALUE})")
  private int quality;

  @Option(
      names = "--video",
      paramLabel = "FILE",
      description = {
        "record the frames, at the speed they come, as H.264: .mp4, .mkv or .mov;",
        "where their size changes it goes on in FILE-2 and on"
      })
  private Optional<Path> video = Optional.empty();

  @Option(
      names = "--show",
      description = "show the newest frame in a window; closing it ends the stream")
  private boolean show;

  FrameSinks open(Consumer<String> told) {
    FrameSinks sinks = new FrameSinks();
    try {
      if (show) {
        sinks.addWindow();
      }
      folder.ifPresent(to -> sinks.add(new PictureFolder(to, format, quality)));
      video.ifPresent(to -> sinks.addVideo(to, told));
      return sinks;
    } catch (RuntimeException | Error failure) {
      sinks.close();
      throw failure;
    }
  }
}
