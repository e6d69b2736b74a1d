package io.framewire.cli;

import io.framewire.FrameSender;
import io.framewire.FrameSenderBuilder;
import io.framewire.error.ConfigurationException;
import io.framewire.frame.Frame;
import io.framewire.spi.FrameSource;
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
  @Mixin private SourceArgs sourceArgs;
  @Mixin private HttpArgs http;
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
    try (HttpPage page = http.open(spec.commandLine().getErr());
        FrameSource frames = new SentFrames(sourceArgs.open(source), data, args.hasData());
        FrameSender sender =
            builder.onSent(frame -> sent(frame, run, page)).source(frames).build()) {
      page.watch("sent", sender);
      run.stream(sender::run, sender, sender::statistics, sender::summary);
    }
  }

  private void sent(Frame frame, StreamRun run, HttpPage page) {
    if (args.digest) {
      run.digest().add(frame);
    }
    page.show(frame);
  }

  /** As vidgear has it: its own sources have no data, so they cannot be sent in that mode. */
  private void requireData() {
    if (!args.hasData() && args.pattern().answers()) {
      throw new ConfigurationException(
          "a bidirectional sender sends data with each frame: add --data JSON, or --data null for none");
    }
  }
}
