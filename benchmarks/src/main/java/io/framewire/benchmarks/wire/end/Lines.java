package io.framewire.benchmarks.wire.end;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.function.Supplier;

/** The conversation with the orchestrator: JSON lines out, words in. */
final class Lines {
  private static final BufferedReader INPUT =
      new BufferedReader(new InputStreamReader(System.in, UTF_8));

  private Lines() {}

  /** Says something, with values that are JSON already. */
  static void say(String event, String... namesAndValues) {
    StringBuilder line = new StringBuilder("{\"event\": \"").append(event).append('"');
    for (int index = 0; index < namesAndValues.length; index += 2) {
      line.append(", \"").append(namesAndValues[index]).append("\": ");
      line.append(namesAndValues[index + 1]);
    }
    System.out.println(line.append('}'));
    System.out.flush();
  }

  /** Says that this end is there, and waits for the word to go. */
  static void getReady() throws IOException {
    say("ready", "clock", String.valueOf(System.nanoTime()));
    if (!"go".equals(INPUT.readLine())) {
      throw new IOException("the orchestrator ended before it said go");
    }
  }

  /** From now on answers questions for the digests, and ends with the orchestrator. */
  static void heed(Supplier<String> digests) {
    Thread listener = new Thread(() -> listen(digests), "framewire-benchmark-orders");
    listener.setDaemon(true);
    listener.start();
  }

  private static void listen(Supplier<String> digests) {
    try {
      for (String line = INPUT.readLine(); line != null; line = INPUT.readLine()) {
        if (line.equals("report")) {
          say("result", "digests", digests.get());
        }
      }
      Runtime.getRuntime().halt(0);
    } catch (IOException lost) {
      Runtime.getRuntime().halt(1);
    }
  }
}
