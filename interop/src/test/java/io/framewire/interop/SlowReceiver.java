package io.framewire.interop;

import io.framewire.FrameReceiver;
import io.framewire.StreamStatistics;
import io.framewire.error.StreamTimeoutException;
import io.framewire.wire.Pattern;
import java.io.IOException;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A program that wants the newest frame only, and takes its time with each. */
final class SlowReceiver {
  private static final long MILLIS_EACH = 50;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private SlowReceiver() {}

  /** Receives in the pattern that the argument names. */
  public static void main(String[] arguments) throws IOException {
    Pattern pattern = Pattern.valueOf(arguments[0]);
    try (FrameReceiver receiver =
        FrameReceiver.builder()
            .at("tcp://127.0.0.1:0")
            .pattern(pattern)
            .timeout(TIMEOUT)
            .latest()
            .build()) {
      Said.say("ready", "endpoint", receiver.endpoint().toString());
      receive(receiver);
      StreamStatistics done = receiver.statistics();
      Said.say(
          "end",
          "ended",
          receiver.summary().ended().word(),
          "frames",
          done.frames(),
          "dropped",
          done.dropped(),
          "most",
          Proc.mostResident());
    }
  }

  private static void receive(FrameReceiver receiver) {
    try {
      receiver.run(
          received -> {
            Said.say(
                "frame", "number", received.frame().data().order(ByteOrder.BIG_ENDIAN).getInt(0));
            TimeUnit.MILLISECONDS.sleep(MILLIS_EACH);
          });
    } catch (StreamTimeoutException lost) {
      // vidgear's PUSH may lose its end; how it ended is said below
    }
  }
}
