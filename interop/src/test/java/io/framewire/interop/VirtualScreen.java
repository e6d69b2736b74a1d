package io.framewire.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real X server with a screen of 320x200 that nobody sees; tests need {@code Xvfb} for it. */
final class VirtualScreen implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private final Child server;
  private final String display;

  private VirtualScreen(Child server, String display) {
    this.server = server;
    this.display = display;
  }

  /** Starts one and waits until it can be used. */
  static VirtualScreen start(Path folder) throws IOException, InterruptedException {
    BlockingQueue<String> numbers = new LinkedBlockingQueue<>();
    Child server =
        Child.start(
            List.of("Xvfb", "-displayfd", "1", "-screen", "0", "320x200x24", "-nolisten", "tcp"),
            folder,
            numbers::add);
    String number = numbers.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    if (number == null) {
      server.close();
      throw new AssertionError("no X server: " + server.tail());
    }
    return new VirtualScreen(server, ":" + number);
  }

  /** What to set in the environment of a program that shall use it, as {@code NAME=VALUE}. */
  String setting() {
    return "DISPLAY=" + display;
  }

  @Override
  public void close() {
    server.close();
  }
}
