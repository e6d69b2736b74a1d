package io.framewire.source;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.FrameSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Says in the errors of providers what they cannot know: the words of whoever wrote the options.
 */
final class OptionHelp {
  private static final Map<String, String> TAKEN =
      Map.of("framerate", "fps", "resolution", "width and height");
  private static final Map<String, String> VIDGEARS =
      Map.of(
          "QUEUE_SIZE", "QUEUE_SIZE is queue_frames here",
          "camera_num", "camera_num is the number in the location here: 0, picamera:0",
          "source", "source is the location here",
          "y_tube", "y_tube is stream_mode here",
          "STREAM_RESOLUTION", "STREAM_RESOLUTION needs stream_mode=true",
          "STREAM_PARAMS", "STREAM_PARAMS needs stream_mode=true",
          "yt_dlp", "yt_dlp needs stream_mode=true",
          "custom_ffmpeg", "custom_ffmpeg is not needed here: FFmpeg is part of the artifact");

  private final Set<String> written;

  OptionHelp(Map<String, String> options) {
    written = Set.copyOf(options.keySet());
  }

  FrameSource in(Supplier<FrameSource> opening) {
    try {
      return opening.get();
    } catch (ConfigurationException refused) {
      List<String> help = help(refused.getMessage());
      if (help.isEmpty()) {
        throw refused;
      }
      throw new ConfigurationException(
          refused.getMessage() + "; " + String.join("; ", help), refused);
    }
  }

  private List<String> help(String message) {
    List<String> help = new ArrayList<>();
    if (message.contains("has no option \"")) {
      help.add("and those every source has: " + String.join(", ", NamedSettings.names()));
      written.stream()
          .filter(name -> VIDGEARS.containsKey(name) && message.contains('"' + name + '"'))
          .forEach(name -> help.add(VIDGEARS.get(name)));
    }
    written.stream()
        .sorted()
        .filter(TAKEN::containsKey)
        .forEach(name -> help.add(name + " was taken for " + TAKEN.get(name)));
    return help;
  }
}
