package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.DType;
import io.framewire.wire.Pattern;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A vidgear sender at full speed, and a receiver that cannot keep up and wants only the newest. */
@NeedsVidgear
@EnabledOnOs(value = OS.LINUX, disabledReason = "the memory of a process is read in /proc")
class LatestTest {
  /** Together more than the receiver's process is allowed. */
  private static final PatternedFrames FRAMES =
      new PatternedFrames(DType.UINT8, List.of(480, 640, 3), 600, 91);

  private static final long MOST_MEMORY = 250L << 20;

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "PUSH_PULL"})
  void onlyTheNewestFramesAreHandedOutAndTheOthersAreCounted(Pattern pattern) {
    try (Peer receiver = Peer.program(SlowReceiver.class, pattern.name());
        VidgearPeer sender =
            VidgearPeer.sender(
                pattern,
                receiver.await("ready").text("endpoint"),
                FRAMES,
                "--stamped",
                "--idle=1")) {
      assertThat(sender.ended()).as(sender.tail()).isEqualTo("terminated");
      assertThat(receiver.ended()).as(receiver.tail()).isIn("terminated", "timeout");
      List<Integer> numbers =
          receiver.said("frame").stream().map(frame -> frame.number("number")).toList();
      assertThat(numbers).isSorted().doesNotHaveDuplicates();
      // vidgear's PUSH throws away what has not left when it ends
      int arrived = numbers.get(numbers.size() - 1) + 1;
      if (pattern.answers()) {
        assertThat(arrived).isEqualTo(FRAMES.count());
      }
      PeerLine end = receiver.await("end");
      assertThat(end.number("frames")).isEqualTo(numbers.size()).isLessThan(FRAMES.count() / 2);
      assertThat(end.number("dropped")).isEqualTo(arrived - numbers.size());
      assertThat(((Number) end.values().get("most")).longValue()).isLessThan(MOST_MEMORY);
    }
  }
}
