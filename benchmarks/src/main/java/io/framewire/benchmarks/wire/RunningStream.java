package io.framewire.benchmarks.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The two ends of one peer, as processes. */
final class RunningStream implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final Endpoint endpoint;
  private final EndProcess receiver;
  private final Optional<EndProcess> sender;

  private RunningStream(Endpoint endpoint, EndProcess receiver, Optional<EndProcess> sender) {
    this.endpoint = endpoint;
    this.receiver = receiver;
    this.sender = sender;
  }

  /** Starts both, waits until they are there, and lets them go. */
  static RunningStream start(StreamRequest request) throws IOException, InterruptedException {
    return start(request, true);
  }

  /** Starts a receiver to which nobody sends. */
  static RunningStream startReceiver(StreamRequest request)
      throws IOException, InterruptedException {
    return start(request, false);
  }

  private static RunningStream start(StreamRequest request, boolean withSender)
      throws IOException, InterruptedException {
    Endpoint endpoint = Endpoint.free(request.cell().lane());
    long started = System.nanoTime();
    EndProcess receiver = request.start("receiver", endpoint, request.toReceiver());
    Optional<EndProcess> sender = Optional.empty();
    try {
      if (withSender) {
        sender = Optional.of(request.start("sender", endpoint, request.toSender()));
      }
      RunningStream stream = new RunningStream(endpoint, receiver, sender);
      stream.go(started);
      return stream;
    } catch (IOException | InterruptedException | RuntimeException failure) {
      new RunningStream(endpoint, receiver, sender).close();
      throw failure;
    }
  }

  private void go(long started) throws IOException, InterruptedException {
    requireSameClock(receiver, started);
    if (sender.isPresent()) {
      requireSameClock(sender.get(), started);
    }
    receiver.tell("go");
    sender.ifPresent(end -> end.tell("go"));
  }

  /** Latency is the difference of two processes' clocks. */
  private static void requireSameClock(EndProcess end, long started)
      throws IOException, InterruptedException {
    Map<String, Object> ready = end.await("ready", START);
    long clock = ((Number) ready.get("clock")).longValue();
    if (clock - started < 0 || clock - System.nanoTime() > 0) {
      throw end.failure("has another monotonic clock, so latencies cannot be measured");
    }
  }

  EndProcess receiver() {
    return receiver;
  }

  EndProcess sender() {
    return sender.orElseThrow();
  }

  @Override
  public void close() {
    try {
      sender.ifPresent(EndProcess::close);
    } finally {
      receiver.close();
      endpoint.close();
    }
  }
}
