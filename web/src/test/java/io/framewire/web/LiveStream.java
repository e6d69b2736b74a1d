package io.framewire.web;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.spi.FrameSource;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.wire.Pattern;
import java.time.Duration;

/** A real stream over this machine's network, whose receiver's frames are shown. */
final class LiveStream implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  final FrameReceiver receiver;
  private FrameSender sender;

  LiveStream(FrameServer server, String name, Pattern pattern, FrameSource source) {
    receiver =
        FrameReceiver.builder()
            .at("tcp://127.0.0.1:0")
            .pattern(pattern)
            .timeout(TIMEOUT)
            .reconnect(ReconnectPolicy.STANDARD)
            .build();
    receiver.start(server.view(name, receiver));
    send(source);
  }

  /** A sender more, after the last one has gone. */
  void send(FrameSource source) {
    sender =
        FrameSender.builder()
            .to(receiver.endpoint())
            .pattern(receiver.pattern())
            .timeout(TIMEOUT)
            .source(source)
            .build();
    sender.start();
  }

  @Override
  public void close() {
    receiver.close();
    sender.close();
  }
}
