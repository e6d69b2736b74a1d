package io.framewire.fuzz;

import io.framewire.BadMessages;
import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.ReceivedFrame;
import io.framewire.error.FramewireException;
import io.framewire.error.ProtocolException;
import io.framewire.error.StreamTimeoutException;
import io.framewire.error.TransportException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import java.time.Duration;
import java.util.Optional;

/**
 * A receiver on loopback, on a thread of its own, that takes whatever comes. A message that ends
 * its stream, as the end does, has it opened again.
 */
final class LiveReceiver {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration ATTEMPT = Duration.ofSeconds(2);

  private static final Duration SILENCE = Duration.ofHours(1);

  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final long MEMORY = 16 << 20;
  private static final int LARGEST_PART = 1 << 20;

  private final Pattern pattern;
  private Optional<FrameReceiver> current = Optional.empty();
  private Optional<Throwable> failure = Optional.empty();
  private int newestMark;
  private int nextMark = 1_000_000;

  private LiveReceiver(Pattern pattern) {
    this.pattern = pattern;
  }

  static LiveReceiver open(Pattern pattern) {
    LiveReceiver receiver = new LiveReceiver(pattern);
    Thread thread = new Thread(receiver::receive, "framewire-fuzz-" + pattern);
    thread.setDaemon(true);
    thread.start();
    return receiver;
  }

  private void receive() {
    try {
      while (true) {
        receiveOneStream();
      }
    } catch (Throwable broken) {
      noteFailure(broken);
    }
  }

  private void receiveOneStream() {
    try (FrameReceiver receiver = build()) {
      note(receiver);
      for (Optional<ReceivedFrame> next = receiver.next();
          next.isPresent();
          next = receiver.next()) {
        try (ReceivedFrame received = next.get()) {
          note(received.frame());
        }
      }
    } catch (ProtocolException | TransportException | StreamTimeoutException ended) {
      requireWords(ended);
    }
  }

  private FrameReceiver build() {
    return FrameReceiver.builder()
        .at("tcp://127.0.0.1:0")
        .pattern(pattern)
        .timeout(SILENCE)
        .maxMessageBytes(LARGEST_PART)
        .memoryLimit(MEMORY)
        .heartbeat(HEARTBEAT)
        .badMessages(BadMessages.SKIP)
        .build();
  }

  private static void requireWords(FramewireException refused) {
    if (refused.getMessage().isBlank() || refused.getMessage().length() > 1_000) {
      throw new Finding("an error of these words: " + refused.getMessage(), refused);
    }
  }

  private synchronized void note(FrameReceiver receiver) {
    current = Optional.of(receiver);
    notifyAll();
  }

  private synchronized void note(Frame frame) {
    boolean marked = frame.dtype().equals(DType.INT32) && frame.rank() == 0;
    newestMark = marked ? frame.data().getInt() : newestMark;
    notifyAll();
  }

  private synchronized void noteFailure(Throwable broken) {
    failure = Optional.of(broken);
    notifyAll();
  }

  synchronized Endpoint endpoint() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (current.isEmpty() && System.nanoTime() < deadline) {
      await(100);
    }
    requireAlive();
    return current.orElseThrow(() -> new Finding("no receiver could be opened")).endpoint();
  }

  synchronized void requireAlive() {
    failure.ifPresent(
        broken -> {
          throw new Finding("the receiver in " + pattern + " failed", broken);
        });
  }

  /** An honest sender's frame arrives, in the second attempt or so where the stream just ended. */
  void requireService() {
    int mark = nextMark++;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<FramewireException> trouble = Optional.empty();
    while (System.nanoTime() < deadline) {
      try (FrameSender sender =
              FrameSender.builder().to(endpoint()).pattern(pattern).timeout(ATTEMPT).build();
          Frame frame = sender.pool().take(DType.INT32)) {
        frame.data().putInt(mark);
        sender.send(frame);
        if (arrived(mark)) {
          return;
        }
      } catch (FramewireException again) {
        trouble = Optional.of(again);
      }
    }
    throw new Finding(
        "an honest sender in " + pattern + " was not served for " + PATIENCE, trouble.orElse(null));
  }

  private synchronized boolean arrived(int mark) {
    long deadline = System.nanoTime() + ATTEMPT.toNanos();
    while (newestMark != mark && System.nanoTime() < deadline) {
      requireAlive();
      await(50);
    }
    return newestMark == mark;
  }

  private void await(long millis) {
    try {
      wait(millis);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Finding("interrupted", stop);
    }
  }
}
