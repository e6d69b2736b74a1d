package io.framewire.examples;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Module;
import io.framewire.FrameHandler;
import io.framewire.ReceivedFrame;
import io.framewire.StreamSummary;
import io.framewire.guice.FramewireBinder;
import io.framewire.guice.Streams;
import io.framewire.wire.Endpoint;
import java.time.Clock;
import java.time.LocalTime;
import java.util.stream.IntStream;

/**
 * A Guice application: a receiver that a module declares, and whose handler has what it needs
 * injected. It says when something moves in front of a camera.
 *
 * <pre>
 * examples/run MotionAlarm
 * ./framewire send 0            # in another terminal
 * </pre>
 *
 * It prints a line for each frame that differs much from the one before.
 */
public final class MotionAlarm implements FrameHandler {
  private static final long MUCH = 4; // of 255, on average

  private final Clock clock;
  private byte[] before = {};

  @Inject
  MotionAlarm(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void handle(ReceivedFrame received) {
    byte[] now = new byte[received.frame().byteSize()];
    received.frame().data().get(now);
    if (difference(now, before) > MUCH * now.length) {
      System.out.printf("%tT frame %d moves%n", LocalTime.now(clock), received.index());
    }
    before = now;
  }

  private static long difference(byte[] one, byte[] other) {
    return IntStream.range(0, Math.min(one.length, other.length))
        .mapToLong(i -> Math.abs((one[i] & 0xFF) - (other[i] & 0xFF)))
        .sum();
  }

  /**
   * Runs the application until the stream ends.
   *
   * @param args where to receive, {@code tcp://*:5555} by default
   */
  public static void main(String[] args) {
    Endpoint endpoint = Endpoint.parse(args.length > 0 ? args[0] : "tcp://*:5555");

    Module module =
        binder -> {
          binder.bind(Clock.class).toInstance(Clock.systemDefaultZone());
          FramewireBinder.of(binder).receiver("camera").at(endpoint).handler(MotionAlarm.class);
        };
    try (Streams streams = Guice.createInjector(module).getInstance(Streams.class)) {
      Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
      StreamSummary camera = streams.start().get("camera").toCompletableFuture().join();
      System.out.printf("watched %d frames%n", camera.statistics().frames());
    }
  }
}
