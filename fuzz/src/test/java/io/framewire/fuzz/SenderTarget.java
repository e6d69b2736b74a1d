package io.framewire.fuzz;

import io.framewire.FrameSender;
import io.framewire.error.FramewireException;
import io.framewire.error.ProtocolException;
import io.framewire.error.StreamTimeoutException;
import io.framewire.error.TransportException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.wire.Pattern;
import java.time.Duration;

/** A live sender in the patterns that answer, to which a stranger answers with the input. */
public final class SenderTarget {
  private static final Duration TIMEOUT = Duration.ofMillis(300);
  private static final int INPUTS_PER_LOOK = 50;
  private static final Growth GROWTH = new Growth();
  private static int inputs;

  private SenderTarget() {}

  /** For Jazzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Progress.input();
    Input in = new Input(bytes);
    Pattern pattern = in.pick(Pattern.PAIR, Pattern.REQ_REP);
    boolean bidirectional = in.flag();
    try (StrangeAnswerer answerer = new StrangeAnswerer(pattern, in);
        FrameSender sender = sender(answerer, pattern, bidirectional)) {
      exchange(sender);
    }
    if (++inputs % INPUTS_PER_LOOK == 0) {
      GROWTH.requireNone();
    }
  }

  private static FrameSender sender(
      StrangeAnswerer answerer, Pattern pattern, boolean bidirectional) {
    return FrameSender.builder()
        .to("tcp://127.0.0.1:" + answerer.port())
        .pattern(pattern)
        .bidirectional(bidirectional)
        .timeout(TIMEOUT)
        .maxMessageBytes(1 << 20)
        .memoryLimit(16 << 20)
        .build();
  }

  private static void exchange(FrameSender sender) {
    try (Frame frame = sender.pool().take(DType.UINT8, 2, 2)) {
      sender.send(frame).close();
    } catch (ProtocolException | TransportException | StreamTimeoutException refused) {
      requireWords(refused);
    }
  }

  private static void requireWords(FramewireException refused) {
    if (refused.getMessage().isBlank() || refused.getMessage().length() > 1_000) {
      throw new Finding("an error of these words: " + refused.getMessage(), refused);
    }
  }

  /** For Jazzer. */
  public static void fuzzerTearDown() {
    Progress.report();
  }
}
