package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Exchanges.exchange;
import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.spi.Transport;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatternsTest {
  private static final int[] SIZES = IntStream.generate(() -> 100_000).limit(20).toArray();

  @RegisterExtension final Lab lab = new Lab();

  @ParameterizedTest
  @EnumSource
  void carriesFramesFromTheEndThatConnectsToTheEndThatBinds(Pattern pattern) {
    Transport receiver = lab.receiver(pattern);
    exchange(pattern, lab.sender(pattern, receiver.endpoint()), receiver, SIZES);
  }

  @ParameterizedTest
  @EnumSource
  void carriesFramesFromTheEndThatBindsToTheEndThatConnects(Pattern pattern) {
    Transport sender = lab.binding(pattern, Role.SENDER);
    exchange(pattern, sender, lab.connecting(pattern, Role.RECEIVER, sender.endpoint()), SIZES);
  }

  @Test
  void keepsPartsOfAnySizeApart() {
    Transport receiver = lab.receiver(Pattern.PAIR);
    Transport sender = lab.sender(Pattern.PAIR, receiver.endpoint());
    int[] sizes = {0, 1, 255, 256, 8191, 8192, 8193, 70_000, 3_000_000};
    for (int size : sizes) {
      sender.send(Multipart.of(part(size), part(0), part(size)), LONG);
      try (Multipart message = receiver.receive(LONG).orElseThrow()) {
        assertThat(message.parts().stream().mapToInt(Part::size)).containsExactly(size, 0, size);
      }
    }
  }

  @Test
  void answersEachOfSeveralSendersInReqRep() {
    Transport receiver = lab.receiver(Pattern.REQ_REP);
    Transport first = lab.sender(Pattern.REQ_REP, receiver.endpoint());
    Transport second = lab.sender(Pattern.REQ_REP, receiver.endpoint());
    first.send(text("first"), LONG);
    second.send(text("second"), LONG);
    for (int count = 0; count < 2; count++) {
      receiver.send(text("to " + receiveWord(receiver)), LONG);
    }
    assertThat(receiveWord(first)).isEqualTo("to first");
    assertThat(receiveWord(second)).isEqualTo("to second");
  }

  @Test
  void takesNoLateAnswerForTheAnswerToALaterRequest() {
    Transport receiver = lab.receiver(Pattern.REQ_REP);
    Transport sender = lab.sender(Pattern.REQ_REP, receiver.endpoint());
    sender.send(text("one"), LONG);
    assertThat(receiveWord(receiver)).isEqualTo("one");
    assertThat(sender.receive(Lab.NOW)).isEmpty();
    sender.send(text("two"), LONG);
    receiver.send(text("late"), LONG);
    assertThat(receiveWord(receiver)).isEqualTo("two");
    receiver.send(text("right"), LONG);
    assertThat(receiveWord(sender)).isEqualTo("right");
  }

  @Test
  void givesNobodyTheAnswerToAnothersRequest() {
    Transport receiver = lab.receiver(Pattern.REQ_REP);
    Transport first = lab.sender(Pattern.REQ_REP, receiver.endpoint());
    first.send(text("first"), LONG);
    assertThat(receiveWord(receiver)).isEqualTo("first");
    Transport second = lab.sender(Pattern.REQ_REP, receiver.endpoint());
    second.send(text("second"), LONG);
    assertThat(receiveWord(receiver)).isEqualTo("second");
    receiver.send(text("to second"), LONG);
    assertThat(receiveWord(second)).isEqualTo("to second");
    assertThat(receiveWord(first)).isEmpty();
  }

  @RepeatedTest(20)
  void isNotHeldUpByTheRegistrationThatJeromqLoses() {
    Transport sender = lab.binding(Pattern.REQ_REP, Role.SENDER);
    Transport receiver = lab.connecting(Pattern.REQ_REP, Role.RECEIVER, sender.endpoint());
    sender.send(text("now"), LONG);
    assertThat(receiver.receive(Duration.ofSeconds(2))).isPresent();
  }

  private static Part part(int size) {
    return Part.of(new byte[size]);
  }
}
