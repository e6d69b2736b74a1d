package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.Ended;
import io.framewire.FrameReceiver;
import io.framewire.wire.Pattern;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who connects first and says nothing: a port scanner, a browser. */
@NeedsVidgear
class StrangerTest {
  private static final PatternedFrames FRAMES = PatternedFrames.small(20, 81);

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "REQ_REP"})
  void doesNotKeepAVidgearSenderFromItsReceiver(Pattern pattern) throws IOException {
    Arrivals arrivals = new Arrivals(FRAMES);
    try (FrameReceiver receiver = JavaEnds.receiver(pattern);
        Socket silent = new Socket(InetAddress.getLoopbackAddress(), receiver.endpoint().port());
        VidgearPeer sender = VidgearPeer.sender(pattern, receiver.endpoint().toString(), FRAMES)) {
      Ended ended = receiver.run(received -> arrivals.add(received.frame())).ended();
      assertThat(ended).isEqualTo(Ended.TERMINATED);
      assertThat(sender.ended()).as(sender.tail()).isEqualTo("terminated");
      assertThat(silent.isConnected()).isTrue();
    }
    Arrivals.check(pattern, FRAMES, arrivals.numbers());
  }
}
