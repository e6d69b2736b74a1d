package io.framewire.cli;

import io.framewire.FrameSender;
import io.framewire.FrameSenderBuilder;
import io.framewire.error.ConfigurationException;
import io.framewire.source.FrameSourceBuilder;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code framewire send}. */
@Command(
    name = "send",
    description = "Sends the frames of a source to a receiver.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class SendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StreamArgs args;
  @Mixin private LinkArgs link;
  @Mixin private SecurityArgs security;
  @Mixin private PluginArgs pluginArgs;

  @Parameters(
      paramLabel = "SOURCE",
      description = {
        "a file, URL, image sequence (img_%%03d.png or 'frames/*.png'),",
        "camera (0 or /dev/video0), screen:[1][?x=10&y=10&width=640&height=480],",
        "stream:https://… (a streaming site's page),",
        "picamera:0[?width=1280&height=720&fps=30&hflip=true], or",
        "test:WIDTHxHEIGHT[?fps=30&dtype=uint8&channels=3&static=true]"
      })
  private String source;

  @Option(
      names = "--to",
      paramLabel = "ENDPOINT",
      defaultValue = "tcp://localhost:5555",
      description = "where the receiver is, tcp://HOST:PORT or ipc:///PATH (${DEFAULT-VALUE})")
  private String to;

  @Option(names = "--bind", description = "bind, so that the receiver connects")
  private boolean bind;

  @Option(names = "--rate", paramLabel = "FPS", description = "the most frames a second to send")
  private double rate;

  @Option(
      names = "--stabilize",
      description =
          "take the shake out of the frames, which delays them by SMOOTHING_RADIUS - 1 (24)")
  private boolean stabilize;

  @Option(
      names = "--loop",
      paramLabel = "N",
      description = "play a source that ends N times, 0 for ever (1)")
  private Optional<Integer> loop = Optional.empty();

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = {
        "a setting for the source; repeatable. Every source has, among others,",
        "THREADED_QUEUE_MODE, THREAD_TIMEOUT, time_delay, reconnect and provider"
      })
  private List<String> options = List.of();

  @Override
  public Integer call() {
    return new StreamRun(spec, args)
        .execute("sent", run -> pluginArgs.during(plugins -> send(run)));
  }

  private void send(StreamRun run) throws Exception {
    FrameSenderBuilder builder = FrameSender.builder().to(to).rate(rate);
    args.applyTo(builder);
    link.applyTo(builder);
    if (link.latest) {
      builder.latest();
    }
    if (link.reconnects() && !args.quiet) {
      builder.onState(new StateLines(spec.commandLine().getErr()));
    }
    security.applyTo(builder);
    if (bind) {
      builder.bind();
    }
    Optional<Object> data = args.data();
    if (args.bidirectional()) {
      requireData();
      run.report().lastData(null);
      builder.onReply(run.report()::lastReply);
    }
    if (args.digest) {
      builder.onSent(run.digest()::add);
    }
    try (FrameSource frames = new SentFrames(open(), data, args.hasData());
        FrameSender sender = builder.source(frames).build()) {
      run.stream(sender::run, sender, sender::statistics, sender::summary);
    }
  }

  /** As vidgear has it: its own sources have no data, so they cannot be sent in that mode. */
  private void requireData() {
    if (!args.hasData() && args.pattern().answers()) {
      throw new ConfigurationException(
          "a bidirectional sender sends data with each frame: add --data JSON, or --data null for none");
    }
  }

  private FrameSource open() {
    Map<String, String> settings = OptionMap.parse(options);
    requireOnce(loop.isPresent(), "loop", settings);
    requireOnce(stabilize, "stabilize", settings);
    FrameSourceBuilder builder = FrameSources.builder(source).options(settings);
    loop.ifPresent(builder::loop);
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
