package io.framewire.interop;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.ReconnectPolicy;
import io.framewire.StreamBuilder;
import io.framewire.StreamStatistics;
import io.framewire.source.FrameSources;
import io.framewire.wire.Pattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A program with streams that outlive their peers. Its arguments are streams, as {@code
 * sender,PAIR,tcp://127.0.0.1:5555}, with the heartbeat's limit in milliseconds behind it if it is
 * not the default; each line on standard input is answered with what every one of them has done and
 * what the process holds; it ends with standard input.
 */
final class Survivor {
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
      while (asked.readLine() != null) {
        say("status", survivor.status());
      }
    }
  }

  private void open(String[] words) {
    int number = streams.size();
    if (words[0].equals("sender")) {
      FrameSender sender =
          apply(FrameSender.builder(), words, number)
              .to(words[2])
              .source(FrameSources.open("test:64x48?fps=100"))
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
        .onState(
            (state, why) ->
                say("state", Map.of("stream", number, "state", state.toString(), "words", why)));
  }

  private static void opened(int number, String endpoint) {
    say("ready", Map.of("stream", number, "endpoint", endpoint));
  }

  private static void ended(int number, Object summary, Throwable failure) {
    say(
        "end",
        Map.of(
            "stream",
            number,
            "how",
            Optional.ofNullable(failure)
                .map(Object::toString)
                .orElseGet(() -> String.valueOf(summary))));
  }

  private Map<String, Object> status() throws IOException {
    System.gc();
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("streams", streams.stream().map(stream -> counts(stream.get())).toList());
    Runtime runtime = Runtime.getRuntime();
    status.put("heap", runtime.totalMemory() - runtime.freeMemory());
    status.put("threads", Thread.getAllStackTraces().size());
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      status.put("descriptors", descriptors.count());
    }
    status.put("resident", resident());
    return status;
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

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(kib -> Long.parseLong(kib) << 10)
        .findFirst()
        .orElseThrow();
  }

  private static synchronized void say(String event, Map<String, Object> values) {
    Map<String, Object> line = new LinkedHashMap<>(Map.of("event", event));
    line.putAll(values);
    try {
      System.out.println(JSON.std.asString(line));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
