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
  private final FrameSender sender;

  LiveStream(FrameServer server, String name, Pattern pattern, FrameSource source) {
    receiver =
        FrameReceiver.builder()
            .at("tcp://127.0.0.1:0")
            .pattern(pattern)
            .timeout(TIMEOUT)
            .reconnect(ReconnectPolicy.STANDARD)
            .build();
    receiver.start(server.view(name, receiver));
    sender =
        FrameSender.builder()
            .to(receiver.endpoint())
            .pattern(pattern)
            .timeout(TIMEOUT)
            .source(source)
            .build();
    sender.start();
  }

  @Override
  public void close() {
    end();
  }

  /** The sender says that there are no more frames. */
  void end() {
    // in this order nobody waits for one who has gone
    sender.close();
    receiver.close();
  }
}
