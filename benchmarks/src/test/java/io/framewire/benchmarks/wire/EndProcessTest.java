package io.framewire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndProcessTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Test
  void namesThePeerItsCommandAndItsErrorsWhenItBreaks() throws IOException {
    try (EndProcess end = start("echo no module named zmq >&2; exit 3")) {
      assertThatExceptionOfType(BenchmarkException.class)
          .isThrownBy(() -> end.await("ready", LIMIT))
          .withMessageContainingAll(
              "the sender of Peer",
              "ended before it said \"ready\"",
              "sh -c echo",
              "no module named zmq");
    }
  }

  @Test
  void doesNotWaitForeverForOneThatIsSilent() throws IOException {
    try (EndProcess end = start("cat")) {
      assertThatExceptionOfType(BenchmarkException.class)
          .isThrownBy(() -> end.await("ready", Duration.ofMillis(50)))
          .withMessageContaining("did not say \"ready\"");
    }
  }

  @Test
  void passesOverWhatIsNoLineOfTheWantedKind() throws IOException, InterruptedException {
    try (EndProcess end =
        start(
            "echo a library greets; echo '{\"event\": \"from\"}'; read word; echo \"{\\\"event\\\": \\\"result\\\", \\\"word\\\": \\\"$word\\\"}\"")) {
      end.tell("go");
      assertThat(end.await("result", LIMIT)).containsEntry("word", "go");
    }
  }

  private static EndProcess start(String script) throws IOException {
    return EndProcess.start("the sender of Peer", List.of("sh", "-c", script));
  }
}
