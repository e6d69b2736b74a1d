package io.framewire.interop;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.StreamBuilder;
import io.framewire.StreamStatistics;
import io.framewire.source.FrameSources;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.wire.Pattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A program with streams that outlive their peers. Its arguments are streams, as {@code
 * sender,PAIR,tcp://127.0.0.1:5555}, with the heartbeat's limit in milliseconds behind it if it is
 * not the default; each line on standard input is answered with what every one of them has done and
 * what the process holds; it ends with standard input.
 */
final class Survivor {
  /** The line that also collects garbage, so that what the heap holds can be compared. */
  static final String COLLECT = "collect";

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int HEARTBEAT = 3;

  private final List<Supplier<StreamStatistics>> streams = new ArrayList<>();

  private Survivor() {}

  /** Runs the streams that the arguments name. */
  public static void main(String[] arguments) throws Exception {
    Survivor survivor = new Survivor();
    for (String stream : arguments) {
      survivor.open(stream.split(","));
    }
    try (BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = asked.readLine(); line != null; line = asked.readLine()) {
        if (line.equals(COLLECT)) {
          System.gc();
        }
        survivor.sayStatus();
      }
    }
  }

  private void open(String[] words) {
    int number = streams.size();
    if (words[0].equals("sender")) {
      FrameSender sender =
          apply(FrameSender.builder(), words, number)
              .to(words[2])
              .source(FrameSources.open("test:64x48?fps=40"))
              .build();
      streams.add(sender::statistics);
      opened(number, sender.endpoint().toString());
      sender.start().whenComplete((summary, failure) -> ended(number, summary, failure));
    } else {
      FrameReceiver receiver = apply(FrameReceiver.builder(), words, number).at(words[2]).build();
      streams.add(receiver::statistics);
      opened(number, receiver.endpoint().toString());
      receiver
          .start(received -> {})
          .whenComplete((summary, failure) -> ended(number, summary, failure));
    }
  }

  private static <B extends StreamBuilder<B>> B apply(B builder, String[] words, int number) {
    return builder
        .pattern(Pattern.valueOf(words[1]))
        .heartbeat(
            words.length > HEARTBEAT
                ? Duration.ofMillis(Long.parseLong(words[HEARTBEAT]))
                : StreamBuilder.DEFAULT_HEARTBEAT)
        .timeout(TIMEOUT)
        .reconnect(ReconnectPolicy.STANDARD)
        .onState((state, why) -> Said.say("state", "stream", number, "state", state, "words", why));
  }

  private static void opened(int number, String endpoint) {
    Said.say("ready", "stream", number, "endpoint", endpoint);
  }

  private static void ended(int number, Object summary, Throwable failure) {
    Said.say("end", "stream", number, "how", String.valueOf(failure == null ? summary : failure));
  }

  private void sayStatus() throws IOException {
    Runtime runtime = Runtime.getRuntime();
    Said.say(
        "status",
        "streams",
        streams.stream().map(stream -> counts(stream.get())).toList(),
        "heap",
        runtime.totalMemory() - runtime.freeMemory(),
        "threads",
        Thread.getAllStackTraces().size(),
        "descriptors",
        Proc.descriptors(),
        "resident",
        Proc.resident());
  }

  /** Every count that the statistics have, by its name. */
  private static Map<String, Object> counts(StreamStatistics statistics) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (RecordComponent component : StreamStatistics.class.getRecordComponents()) {
      if (component.getType() == long.class) {
        try {
          counts.put(component.getName(), component.getAccessor().invoke(statistics));
        } catch (ReflectiveOperationException impossible) {
          throw new AssertionError(impossible);
        }
      }
    }
    return counts;
  }
}
