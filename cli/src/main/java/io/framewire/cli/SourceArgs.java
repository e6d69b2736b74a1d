package io.framewire.cli;

import io.framewire.error.ConfigurationException;
import io.framewire.source.FrameSourceBuilder;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for where frames come from. */
final class SourceArgs {
  @Option(
      names = "--stabilize",
      description =
          "take the shake out of the frames, which delays them by SMOOTHING_RADIUS - 1 (24)")
  private boolean stabilize;

  @Option(
      names = "--loop",
      paramLabel = "N",
      description = "play a source that ends N times, 0 for ever (1, in view 0)")
  private Optional<Integer> loop = Optional.empty();

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = {
        "a setting for the source; repeatable. Every source has, among others,",
        "THREADED_QUEUE_MODE, THREAD_TIMEOUT, time_delay, reconnect and provider"
      })
  private List<String> options = List.of();

  /** Opens it as the options say. */
  FrameSource open(String location) {
    return open(location, loop);
  }

  /** Opens it as the options say, to be played for ever unless they say how often. */
  FrameSource openLooped(String location) {
    boolean said = loop.isPresent() || OptionMap.parse(options).containsKey("loop");
    return open(location, said ? loop : Optional.of(0));
  }

  private FrameSource open(String location, Optional<Integer> rounds) {
    Map<String, String> settings = OptionMap.parse(options);
    requireOnce(loop.isPresent(), "loop", settings);
    requireOnce(stabilize, "stabilize", settings);
    FrameSourceBuilder builder = FrameSources.builder(location).options(settings);
    rounds.ifPresent(builder::loop);
    if (stabilize) {
      builder.stabilized();
    }
    return builder.open();
  }

  private static void requireOnce(boolean given, String name, Map<String, String> settings) {
    if (given && settings.containsKey(name)) {
      throw new ConfigurationException(
          name
              + " is given twice, as --"
              + name
              + " and as --option "
              + name
              + "="
              + settings.get(name)
              + ": leave one of them out");
    }
  }
}
