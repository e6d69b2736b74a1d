package io.framewire.examples;

import io.framewire.FrameSender;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.wire.Pattern;

/**
 * One file to two receivers, or to any number of them: PUB/SUB. The file is played again and again
 * at its own speed to whoever watches at the moment. Receivers come and go as they like, and one
 * that is slow misses frames without holding up the others.
 *
 * <pre>
 * examples/run Broadcast clip.mp4
 * examples/run Watch        # in another terminal
 * examples/run Watch        # and in a third
 * </pre>
 *
 * Both receivers print the same checksums for the same frames. Ctrl-C ends the broadcast, and with
 * it the receivers.
 */
public final class Broadcast {
  private Broadcast() {}

  /**
   * Runs the sender.
   *
   * @param args the file, a moving test picture by default; and where to be found, {@code
   *     tcp://*:5555} by default
   */
  public static void main(String[] args) {
    String file = args.length > 0 ? args[0] : "test:640x480?fps=25";
    String endpoint = args.length > 1 ? args[1] : "tcp://*:5555";

    FrameSource clip = FrameSources.builder(file).forever().open();
    try (FrameSource paced = clip.rate(clip.info().framesPerSecond().orElse(25));
        FrameSender sender =
            FrameSender.builder()
                .pattern(Pattern.PUB_SUB)
                .bind() // so that any number of receivers can connect
                .to(endpoint)
                .source(paced)
                .build()) {
      Runtime.getRuntime().addShutdownHook(new Thread(sender::close));
      System.out.println("broadcasting " + file + " at " + sender.endpoint());
      sender.run();
    }
  }
}
