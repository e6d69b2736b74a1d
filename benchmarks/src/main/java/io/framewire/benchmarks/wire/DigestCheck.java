package io.framewire.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends a few frames and compares their CRC-32 at both ends, without measuring. */
final class DigestCheck {
  private static final String FRAMES = "12";
  private static final String RATE = "60";

  private final Path project;

  DigestCheck(Path project) {
    this.project = project;
  }

  /** Throws unless every frame arrived as it was sent. */
  void check(Cell cell) throws IOException, InterruptedException {
    StreamRequest request =
        new StreamRequest(
            project,
            cell,
            new Times(0, 1),
            List.of("--digest", FRAMES),
            List.of("--digest", FRAMES, "--rate", RATE));
    try (RunningStream stream = RunningStream.start(request)) {
      Map<Long, Long> received = digests(stream.receiver().await("result", Times.limit(1)));
      stream.sender().tell("report");
      Map<Long, Long> sent = digests(stream.sender().await("result", Times.limit(1)));
      compare(sent, received, cell.lane().drops())
          .ifPresent(
              difference -> {
                throw stream.receiver().failure(difference);
              });
    }
  }

  private static Map<Long, Long> digests(Map<String, Object> result) {
    Map<Long, Long> digests = new LinkedHashMap<>();
    for (Object entry : (List<?>) result.get("digests")) {
      List<?> pair = (List<?>) entry;
      digests.put(((Number) pair.get(0)).longValue(), ((Number) pair.get(1)).longValue());
    }
    return digests;
  }

  /** What is wrong, if anything is; both maps in their order. */
  static Optional<String> compare(Map<Long, Long> sent, Map<Long, Long> received, boolean mayDrop) {
    long expected = 0;
    for (Map.Entry<Long, Long> frame : received.entrySet()) {
      long number = frame.getKey();
      if (mayDrop ? number < expected : number != expected) {
        return Optional.of("handed out frame " + number + " where frame " + expected + " was due");
      }
      if (!frame.getValue().equals(sent.get(number))) {
        return Optional.of("handed out frame " + number + " with other bytes than were sent");
      }
      expected = number + 1;
    }
    return Optional.empty();
  }
}
