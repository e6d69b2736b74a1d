package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.Ended;
import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.ReceivedFrame;
import io.framewire.Reply;
import io.framewire.StreamSummary;
import io.framewire.error.StreamTimeoutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pattern, direction, protocol and mode; the table in docs/interop.md is made from it. */
@NeedsVidgear
class InteropMatrixTest {
  private static final PatternedFrames FRAMES = PatternedFrames.small(20, 51);
  private static final Path PAGE = PythonEnvironment.target().resolve("../../docs/interop.md");
  private static final MatrixTable TABLE = new MatrixTable();

  /** Longer than a sender idles that may lose its end. */
  private static final Duration SHORT = Duration.ofSeconds(3);

  private static final List<String> DATA = numbered("data ");
  private static final List<String> REPLIES = numbered("reply ");

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.framewire.interop.MatrixCell#all")
  void whatIsPromisedArrives(MatrixCell cell) {
    switch (cell.direction()) {
      case JAVA_TO_PYTHON -> javaToPython(cell);
      case PYTHON_TO_JAVA -> pythonToJava(cell);
      case JAVA_TO_JAVA -> javaToJava(cell);
    }
    TABLE.add(cell, cell.promise());
  }

  @AfterAll
  static void theDocumentationSaysTheSame() throws IOException {
    Files.writeString(PythonEnvironment.target().resolve("interop-matrix.md"), TABLE.markdown());
    // what failed fails by itself, and a part of the tests makes no table
    if (TABLE.isComplete()) {
      TABLE.requireIn(PAGE.normalize(), Boolean.getBoolean(MatrixTable.PROPERTY));
    }
  }

  private void javaToPython(MatrixCell cell) {
    try (VidgearPeer receiver =
        VidgearPeer.receiverAt(place(cell), cell.pattern(), FRAMES, mode(cell, REPLIES))) {
      send(cell, receiver.endpoint());
      assertThat(receiver.ended()).as(receiver.tail()).isEqualTo("terminated");
      Arrivals.check(cell.pattern(), FRAMES, receiver.numbers());
      if (cell.bidirectional()) {
        assertThat(receiver.frames())
            .extracting(line -> line.values().get("data"))
            .containsExactlyElementsOf(shown(DATA));
      }
    }
  }

  private void pythonToJava(MatrixCell cell) {
    Arrived arrived = new Arrived(new Arrivals(FRAMES), new ArrayList<>());
    try (FrameReceiver receiver = receiver(cell);
        VidgearPeer sender =
            VidgearPeer.sender(
                cell.pattern(),
                receiver.endpoint().toString(),
                FRAMES,
                Stream.of(mode(cell, DATA), pace(cell))
                    .flatMap(Stream::of)
                    .toArray(String[]::new))) {
      sender.await("ready");
      receive(cell, receiver, arrived);
      assertThat(sender.ended()).as(sender.tail()).isEqualTo("terminated");
      if (cell.bidirectional()) {
        List<Object> replies = new ArrayList<>(shown(REPLIES.subList(0, FRAMES.count() - 1)));
        replies.add(0, PythonValue.NONE);
        assertThat(sender.said("reply"))
            .extracting(line -> line.values().get("data"))
            .containsExactlyElementsOf(replies);
      }
    }
    arrived.check(cell);
  }

  private void javaToJava(MatrixCell cell) {
    Arrived arrived = new Arrived(new Arrivals(FRAMES), new ArrayList<>());
    try (FrameReceiver receiver = receiver(cell)) {
      CompletionStage<StreamSummary> receiving =
          receiver.start(received -> arrived.add(cell, receiver, received));
      send(cell, receiver.endpoint().toString());
      assertThat(receiving.toCompletableFuture().join().ended()).isEqualTo(Ended.TERMINATED);
    }
    arrived.check(cell);
  }

  private static void send(MatrixCell cell, String endpoint) {
    List<String> replies = new ArrayList<>();
    try (FrameSender sender =
        JavaEnds.sender(cell.pattern(), endpoint)
            .bidirectional(cell.bidirectional())
            .source(cell.bidirectional() ? FRAMES.sourceWithData(DATA::get) : FRAMES.source())
            .onReply((Reply reply) -> replies.add(reply.toString()))
            .build()) {
      StreamSummary summary = sender.run();
      assertThat(summary.ended()).isEqualTo(Ended.TERMINATED);
      assertThat(summary.endConfirmed()).isTrue();
    }
    if (cell.bidirectional()) {
      assertThat(replies)
          .startsWith("nothing")
          .endsWith(REPLIES.subList(0, FRAMES.count() - 1).toArray(String[]::new));
    }
  }

  private FrameReceiver receiver(MatrixCell cell) {
    var builder =
        JavaEnds.receiverAt(cell.pattern(), place(cell)).bidirectional(cell.bidirectional());
    return (cell.mayLoseItsEnd() ? builder.timeout(SHORT) : builder).build();
  }

  private static void receive(MatrixCell cell, FrameReceiver receiver, Arrived arrived) {
    try {
      receiver.run(received -> arrived.add(cell, receiver, received));
      assertThat(receiver.summary().ended()).isEqualTo(Ended.TERMINATED);
    } catch (StreamTimeoutException endWasLost) {
      assertThat(cell.mayLoseItsEnd()).as(endWasLost.toString()).isTrue();
    }
  }

  private String place(MatrixCell cell) {
    return cell.protocol().equals("ipc")
        ? "ipc://" + folder.resolve("camera:5555")
        : "tcp://127.0.0.1:0";
  }

  private static String[] mode(MatrixCell cell, List<String> data) {
    return cell.bidirectional()
        ? new String[] {"--bidirectional", "--data=" + Descr.json(data)}
        : new String[0];
  }

  private static String[] pace(MatrixCell cell) {
    return cell.mayLoseItsEnd()
        ? new String[] {"--lead=0.5", "--pace=0.01", "--idle=1"}
        : new String[0];
  }

  private static List<String> numbered(String word) {
    return IntStream.range(0, FRAMES.count()).mapToObj(index -> word + index).toList();
  }

  private static List<Object> shown(List<String> values) {
    return values.stream().<Object>map(PythonValue::shown).toList();
  }

  /** What a Java receiver got. */
  private record Arrived(Arrivals frames, List<Object> data) {
    void add(MatrixCell cell, FrameReceiver receiver, ReceivedFrame received) {
      frames.add(received.frame());
      received.data().ifPresent(data::add);
      if (cell.bidirectional()) {
        receiver.reply(REPLIES.get((int) received.index()));
      }
    }

    void check(MatrixCell cell) {
      Arrivals.check(cell.pattern(), FRAMES, frames.numbers());
      assertThat(data).isEqualTo(cell.bidirectional() ? DATA : List.of());
    }
  }
}
