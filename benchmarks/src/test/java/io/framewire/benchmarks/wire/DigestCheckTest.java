package io.framewire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DigestCheckTest {
  private static final Map<Long, Long> SENT = frames(0, 1, 2, 3);

  @Test
  void acceptsWhatArrivedAsItWasSent() {
    assertThat(compare(frames(0, 1, 2), false)).isEmpty();
  }

  @Test
  void noticesOtherBytes() {
    Map<Long, Long> received = frames(0, 1);
    received.put(2L, 1L);
    assertThat(compare(received, true)).hasValueSatisfying(says("frame 2 with other bytes"));
  }

  @Test
  void noticesAFrameThatIsMissing() {
    assertThat(compare(frames(0, 2), false))
        .hasValueSatisfying(says("frame 2 where frame 1 was due"));
    assertThat(compare(frames(0, 2), true)).isEmpty();
  }

  @Test
  void noticesAnOlderFrameAfterANewerOne() {
    assertThat(compare(frames(2, 1), true)).hasValueSatisfying(says("frame 1 where frame 3"));
  }

  @Test
  void noticesAFrameThatNobodySent() {
    assertThat(compare(frames(7), true)).hasValueSatisfying(says("frame 7 with other bytes"));
  }

  private static Optional<String> compare(Map<Long, Long> received, boolean mayDrop) {
    return DigestCheck.compare(SENT, received, mayDrop);
  }

  private static Consumer<String> says(String words) {
    return difference -> assertThat(difference).contains(words);
  }

  private static Map<Long, Long> frames(long... numbers) {
    Map<Long, Long> frames = new LinkedHashMap<>();
    for (long number : numbers) {
      frames.put(number, 100 + number);
    }
    return frames;
  }
}
