package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.ReceivedFrame;
import io.framewire.cli.sink.FrameSink;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameSinksTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void closesEachAndTellsOfAllThatFailedWithTheFirstOnTop() {
    FrameSinks sinks = new FrameSinks();
    sinks.add(sink("window", false));
    sinks.add(sink("folder", true));
    sinks.add(sink("picture", false));
    sinks.add(sink("video", true));
    assertThatThrownBy(sinks::close)
        .hasMessage("folder")
        .satisfies(
            first ->
                assertThat(first.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("video"));
    assertThat(closed).containsExactly("window", "folder", "picture", "video");
  }

  private FrameSink sink(String name, boolean fails) {
    return new FrameSink() {
      @Override
      public void take(ReceivedFrame received) {}

      @Override
      public void close() {
        closed.add(name);
        if (fails) {
          throw new IllegalStateException(name);
        }
      }
    };
  }
}
