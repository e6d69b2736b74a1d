package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.wire.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** The harness itself: both ends are vidgear's, so a failure here is none of Framewire's. */
@NeedsVidgear
class VidgearToVidgearTest {
  private static final PatternedFrames FRAMES = PatternedFrames.small(20, 7);

  @Test
  void everyFrameOfAVidgearSenderReachesAVidgearReceiver() {
    try (VidgearPeer receiver = VidgearPeer.receiver(Pattern.PAIR, FRAMES);
        VidgearPeer sender = VidgearPeer.sender(Pattern.PAIR, receiver.endpoint(), FRAMES)) {
      assertThat(sender.ended()).isEqualTo("terminated");
      assertThat(receiver.ended()).isEqualTo("terminated");
      assertThat(receiver.numbers())
          .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
      assertThat(receiver.frames()).extracting(PeerLine::crc32).element(3).isEqualTo(crc32(3));
    }
  }

  private static long crc32(int index) {
    try (Frame frame = FRAMES.frame(FramePool.unpooled(), index)) {
      CRC32 crc = new CRC32();
      crc.update(frame.data());
      return crc.getValue();
    }
  }
}
