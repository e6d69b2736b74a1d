package io.framewire.cli;

import io.framewire.cli.sink.PictureFolder;
import io.framewire.error.ConfigurationException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options for what becomes of received frames. */
final class SinkArgs {
  private static final int DEFAULT_QUALITY = 95;

  @Option(
      names = "--save",
      paramLabel = "DIR",
      description = "save every frame there, named by its number and when it arrived (UTC)")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--save-format",
      paramLabel = "FORMAT",
      description = "png, exact, or jpg, small (png)")
  private Optional<PictureFolder.Format> format = Optional.empty();

  @Option(
      names = "--save-quality",
      paramLabel = "N",
      description = "how good a jpg is, 1 to 100 (95)")
  private Optional<Integer> quality = Optional.empty();

  @Option(
      names = "--video",
      paramLabel = "FILE",
      description = {
        "record the frames, at the speed they come, as H.264: .mp4, .mkv or .mov,",
        "into a file that is not there yet; where their size changes it goes on in FILE-2"
      })
  private Optional<Path> video = Optional.empty();

  @Option(
      names = "--show",
      description = "show the newest frame in a window; closing it ends the stream")
  private boolean show;

  FrameSinks open(Consumer<String> told) {
    requireEffect();
    FrameSinks sinks = new FrameSinks();
    try {
      if (show) {
        sinks.addWindow();
      }
      folder.ifPresent(to -> sinks.add(pictures(to)));
      video.ifPresent(to -> sinks.addVideo(to, told));
      return sinks;
    } catch (RuntimeException | Error failure) {
      sinks.close();
      throw failure;
    }
  }

  private PictureFolder pictures(Path to) {
    return new PictureFolder(
        to, format.orElse(PictureFolder.Format.PNG), quality.orElse(DEFAULT_QUALITY));
  }

  private void requireEffect() {
    if (folder.isEmpty() && (format.isPresent() || quality.isPresent())) {
      throw new ConfigurationException(
          (format.isPresent() ? "--save-format" : "--save-quality")
              + " is for saved frames: add --save DIR");
    }
    if (quality.isPresent() && !format.equals(Optional.of(PictureFolder.Format.JPG))) {
      throw new ConfigurationException(
          "--save-quality is a jpg's, and frames are saved as png: add --save-format jpg");
    }
  }
}
