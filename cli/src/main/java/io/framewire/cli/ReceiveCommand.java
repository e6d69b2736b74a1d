package io.framewire.cli;

import io.framewire.FrameReceiver;
import io.framewire.FrameReceiverBuilder;
import io.framewire.ReceivedFrame;
import io.framewire.Reply;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code framewire receive}. */
@Command(
    name = "receive",
    description = "Receives the frames that a sender sends.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class ReceiveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StreamArgs args;
  @Mixin private LinkArgs link;
  @Mixin private SecurityArgs security;
  @Mixin private PluginArgs pluginArgs;
  @Mixin private SinkArgs sinkArgs;
  @Mixin private HttpArgs http;

  @Option(
      names = "--at",
      paramLabel = "ENDPOINT",
      defaultValue = "tcp://*:5555",
      description = "where to wait for the sender, tcp://*:PORT or ipc:///PATH (${DEFAULT-VALUE})")
  private String at;

  @Option(names = "--connect", description = "connect to a sender that binds")
  private boolean connect;

  @Override
  public Integer call() {
    return new StreamRun(spec, args)
        .execute("received", run -> pluginArgs.during(plugins -> receive(run)));
  }

  private void receive(StreamRun run) throws Exception {
    FrameReceiverBuilder builder = FrameReceiver.builder().at(at);
    args.applyTo(builder);
    link.applyTo(builder);
    if (link.latest) {
      builder.latest();
    }
    if (link.reconnects() && !args.quiet) {
      builder.onState(new StateLines(spec.commandLine().getErr()));
    }
    security.applyTo(builder);
    if (connect) {
      builder.connect();
    }
    args.data().ifPresent(value -> builder.replyWith(received -> Reply.of(value)));
    if (args.bidirectional()) {
      run.report().lastData(null);
    }
    try (HttpPage page = http.open(spec.commandLine().getErr());
        FrameSinks sinks = sinkArgs.open(this::tell);
        FrameReceiver receiver = builder.build()) {
      page.watch("received", receiver);
      sinks.onEnough(receiver::close);
      run.stream(
          () ->
              receiver.run(
                  received -> {
                    take(received, run);
                    sinks.take(received);
                    page.show(received.frame());
                  }),
          receiver,
          receiver::statistics,
          receiver::summary);
    }
  }

  private void tell(String words) {
    if (!args.quiet) {
      spec.commandLine().getErr().println("framewire: " + words);
    }
  }

  private void take(ReceivedFrame received, StreamRun run) {
    if (args.digest) {
      run.digest().add(received.frame());
    }
    if (args.bidirectional()) {
      run.report().lastData(received.data().orElse(null));
    }
  }
}
