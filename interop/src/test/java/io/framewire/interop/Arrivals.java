package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.Frame;
import io.framewire.wire.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which frames of a series arrived at a Java receiver, in order of arrival. */
final class Arrivals {
  private final PatternedFrames sent;
  private final List<Integer> numbers = new ArrayList<>();
  private int last = -1;

  Arrivals(PatternedFrames sent) {
    this.sent = sent;
  }

  void add(Frame frame) {
    int number = sent.numberOf(frame, last);
    numbers.add(number);
    last = Math.max(last, number);
  }

  List<Integer> numbers() {
    return numbers;
  }

  /**
   * All of them arrived, each once and in order; in PUB/SUB, which drops, some of them in order.
   */
  static void check(Pattern pattern, PatternedFrames sent, List<Integer> numbers) {
    if (pattern == Pattern.PUB_SUB) {
      assertThat(numbers)
          .as("numbers of the frames that arrived, -1 for one that was never sent")
          .isNotEmpty()
          .doesNotContain(-1)
          .isSorted()
          .doesNotHaveDuplicates();
      return;
    }
    assertThat(numbers)
        .as("numbers of the frames that arrived, -1 for one that was never sent")
        .containsExactlyElementsOf(IntStream.range(0, sent.count()).boxed().toList());
  }
}
