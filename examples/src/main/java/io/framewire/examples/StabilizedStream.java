package io.framewire.examples;

import io.framewire.FrameSender;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.stabilizer.Stabilizers;

/**
 * Takes the shake out of a camera or a file before it is sent, with one frame's delay.
 *
 * <pre>
 * ./framewire receive --show
 * examples/run StabilizedStream shaky.mp4      # in another terminal
 * </pre>
 *
 * The receiver shows a steady picture.
 */
public final class StabilizedStream {
  private StabilizedStream() {}

  /**
   * Runs the sender.
   *
   * @param args the source, camera 0 by default; and where to send to, {@code tcp://localhost:5555}
   *     by default
   */
  public static void main(String[] args) {
    String shaky = args.length > 0 ? args[0] : "0";
    String endpoint = args.length > 1 ? args[1] : "tcp://localhost:5555";

    try (FrameSource steady =
            FrameSources.builder(shaky).stabilized(Stabilizers.online().build()).open();
        FrameSender sender = FrameSender.builder().to(endpoint).source(steady).build()) {
      Runtime.getRuntime().addShutdownHook(new Thread(sender::close));
      sender.run();
    }
  }
}
