package io.framewire.examples;

import io.framewire.FrameSender;
import io.framewire.source.picamera.PiCameraSource;
import io.framewire.spi.ReconnectPolicy;
import java.time.Duration;

/**
 * A Raspberry Pi's camera to a PC. Runs on the Pi; the PC needs the {@code framewire} command only.
 * A network that fails for less than a minute does not end the stream.
 *
 * <pre>
 * ./framewire receive --show --reconnect --timeout 60 # on the PC
 * examples/run PiCameraToPc tcp://192.168.0.7:5555    # on the Pi, with the PC's address
 * </pre>
 *
 * The PC shows what the camera sees.
 */
public final class PiCameraToPc {
  private PiCameraToPc() {}

  /**
   * Runs the sender.
   *
   * @param args where the PC receives, {@code tcp://localhost:5555} by default; and the picture's
   *     width and height, 1280 and 720 by default
   */
  public static void main(String[] args) {
    String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5555";
    int width = args.length > 1 ? Integer.parseInt(args[1]) : 1280;
    int height = args.length > 2 ? Integer.parseInt(args[2]) : 720;

    try (PiCameraSource camera = PiCameraSource.builder().size(width, height).fps(30).open();
        FrameSender sender =
            FrameSender.builder()
                .to(endpoint)
                .source(camera)
                .reconnect(ReconnectPolicy.STANDARD)
                .timeout(Duration.ofMinutes(1))
                .build()) {
      Runtime.getRuntime().addShutdownHook(new Thread(sender::close));
      sender.run();
    }
  }
}
