package io.framewire.examples;

import io.framewire.FrameReceiver;
import io.framewire.ReceivedFrame;
import io.framewire.wire.Pattern;
import java.util.zip.CRC32;

/**
 * One of the receivers of {@link Broadcast}.
 *
 * <pre>
 * examples/run Watch
 * examples/run Watch tcp://192.168.0.7:5555 100
 * </pre>
 *
 * It prints a line with a checksum for each frame, until the broadcast ends or as many came as were
 * asked for.
 */
public final class Watch {
  private Watch() {}

  /**
   * Runs a receiver.
   *
   * @param args where the broadcast is, {@code tcp://localhost:5555} by default; and how many
   *     frames to watch, all by default
   */
  public static void main(String[] args) {
    String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5555";
    long frames = args.length > 1 ? Long.parseLong(args[1]) : Long.MAX_VALUE;

    try (FrameReceiver receiver =
        FrameReceiver.builder()
            .pattern(Pattern.PUB_SUB)
            .connect() // to the sender, which is bound
            .at(endpoint)
            .frames(frames)
            .build()) {
      Runtime.getRuntime().addShutdownHook(new Thread(receiver::close));
      for (ReceivedFrame received : receiver) {
        CRC32 checksum = new CRC32();
        checksum.update(received.frame().data());
        System.out.printf("frame %d: %08x%n", received.index(), checksum.getValue());
      }
    }
  }
}
