package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.Ended;
import io.framewire.FrameReceiver;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.wire.Pattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that vidgear's documentation begins with, at the other end of Framewire's. */
@NeedsVidgear
class DocumentedProgramsTest {
  private static final int FRAMES = 30;

  @Test
  void theBareMinimumClientReceivesFromJava() {
    PatternedFrames frames = PatternedFrames.small(FRAMES, 21);
    try (VidgearPeer client = VidgearPeer.script("documented_client.py", "0")) {
      assertThat(JavaEnds.send(Pattern.PAIR, client.endpoint(), frames).endConfirmed()).isTrue();
      assertThat(client.ended()).isEqualTo("terminated");
      assertThat(client.frames())
          .extracting(PeerLine::crc32)
          .containsExactlyElementsOf(checksums(frames));
    }
  }

  @Test
  void theBareMinimumServerSendsAFileToJava(@TempDir Path folder) {
    String clip = folder.resolve("clip.avi").toString();
    List<Long> arrived = new ArrayList<>();
    try (VidgearPeer maker = VidgearPeer.script("clip.py", clip, String.valueOf(FRAMES));
        FrameReceiver receiver = JavaEnds.receiver(Pattern.PAIR)) {
      assertThat(maker.ended()).isEqualTo("terminated");
      String port = String.valueOf(receiver.endpoint().port());
      try (VidgearPeer server = VidgearPeer.script("documented_server.py", clip, port)) {
        Ended ended = receiver.run(received -> arrived.add(crc32(received.frame()))).ended();
        assertThat(ended).isEqualTo(Ended.TERMINATED);
        assertThat(server.exitCode()).as(server.tail()).isZero();
      }
      assertThat(arrived)
          .hasSize(FRAMES)
          .containsExactlyElementsOf(maker.frames().stream().map(PeerLine::crc32).toList());
    }
  }

  private static List<Long> checksums(PatternedFrames frames) {
    return IntStream.range(0, frames.count()).mapToObj(index -> checksum(frames, index)).toList();
  }

  private static long checksum(PatternedFrames frames, int index) {
    try (Frame frame = frames.frame(FramePool.unpooled(), index)) {
      return crc32(frame);
    }
  }

  private static long crc32(Frame frame) {
    CRC32 crc = new CRC32();
    crc.update(frame.data());
    return crc.getValue();
  }
}
