package io.framewire.examples;

import io.framewire.FrameSender;
import io.framewire.StreamSummary;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;

/**
 * Sends a camera to a Python program, which receives with vidgear's {@code NetGear_Async}.
 *
 * <pre>
 * python3 examples/python/receive_camera.py
 * examples/run CameraToPython           # in another terminal
 * </pre>
 *
 * The Python program prints each picture's size and keeps the newest one in {@code camera.png}.
 */
public final class CameraToPython {
  private CameraToPython() {}

  /**
   * Runs the sender.
   *
   * @param args the camera, 0 by default, or anything else that is a source, a file for instance;
   *     and where Python receives, {@code tcp://localhost:5555} by default
   */
  public static void main(String[] args) {
    String camera = args.length > 0 ? args[0] : "0";
    String endpoint = args.length > 1 ? args[1] : "tcp://localhost:5555";

    try (FrameSource source = FrameSources.open(camera);
        FrameSender sender = FrameSender.builder().to(endpoint).source(source).build()) {
      Runtime.getRuntime().addShutdownHook(new Thread(sender::close));
      StreamSummary summary = sender.run();
      System.out.printf("sent %d frames%n", summary.statistics().frames());
    }
  }
}
