package io.framewire.interop;

import io.framewire.FrameReceiver;
import io.framewire.FrameReceiverBuilder;
import io.framewire.FrameSender;
import io.framewire.FrameSenderBuilder;
import io.framewire.StreamSummary;
import io.framewire.wire.Pattern;
import java.time.Duration;

/** Framewire's ends as these tests use them. */
final class JavaEnds {
  /** Fast enough for a test, slow enough for a subscriber to take most of it. */
  private static final double RATE = 200;

  /** A peer starts in a second, and takes more than ten where the machine is busy. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private JavaEnds() {}

  /** Sends a series to its end. */
  static StreamSummary send(Pattern pattern, String endpoint, PatternedFrames frames) {
    try (FrameSender sender = sender(pattern, endpoint).source(frames.source()).build()) {
      return sender.run();
    }
  }

  /** A sender to any place. */
  static FrameSenderBuilder sender(Pattern pattern, String endpoint) {
    return FrameSender.builder().to(endpoint).pattern(pattern).timeout(TIMEOUT).rate(RATE);
  }

  /** A receiver at any place. */
  static FrameReceiverBuilder receiverAt(Pattern pattern, String endpoint) {
    return FrameReceiver.builder().at(endpoint).pattern(pattern).timeout(TIMEOUT);
  }

  /** A receiver on a port of its own choice. */
  static FrameReceiver receiver(Pattern pattern, Duration timeout) {
    return receiverAt(pattern, "tcp://127.0.0.1:0").timeout(timeout).build();
  }

  static FrameReceiver receiver(Pattern pattern) {
    return receiver(pattern, TIMEOUT);
  }
}
