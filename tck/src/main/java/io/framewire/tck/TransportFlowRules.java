package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.spi.Situation.State;
import io.framewire.spi.Transport;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** That messages come whole, in order, and to whom they are for. */
abstract class TransportFlowRules extends TransportRules {
  private static final int MESSAGES = 20;
  private static final int SIZE = 1_000;
  private static final int[] SIZES = {0, 1, 255, 256, 8_191, 8_193, 70_000, 1_000_000};

  @TestFactory
  Stream<DynamicTest> carriesEveryMessageInOrderToAReceiverThatBinds() {
    return each(pattern -> carry(pattern, Role.RECEIVER));
  }

  @TestFactory
  Stream<DynamicTest> carriesEveryMessageInOrderFromASenderThatBinds() {
    return each(pattern -> carry(pattern, Role.SENDER));
  }

  private void carry(Pattern pattern, Role binding) {
    try (Ends ends = new Ends(this, pattern, binding, MAX_MESSAGE_BYTES)) {
      for (int number = 0; number < MESSAGES; number++) {
        ends.exchange(number, SIZE);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> partsOfAnySizeStayApart() {
    return each(
        pattern -> {
          try (Ends ends = ends(pattern)) {
            try (Multipart got = ends.deliver(1, SIZES)) {
              assertThat(got.parts().stream().skip(1).mapToInt(Part::size).toArray())
                  .isEqualTo(SIZES);
              Ends.require(1, got);
            }
            ends.answer(1);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> tellsOfAPeerThatComesAndLeaves() {
    return each(
        pattern -> {
          try (Ends ends = ends(pattern)) {
            ends.exchange(1, SIZE);
            Transport receiver = ends.receiver;
            assertThat(patience().await(() -> receiver.situation().state() == State.CONNECTED))
                .as("%s while a sender is there", receiver.situation())
                .isTrue();
            assertThat(receiver.peersLost()).as("peers lost while one is there").isZero();
            close(ends.sender);
            assertThat(patience().await(() -> receiver.situation().peerHasGone()))
                .as("%s after the sender has left", receiver.situation())
                .isTrue();
            assertThat(patience().await(() -> receiver.peersLost() == 1)).as("one lost").isTrue();
            assertThat(patience().await(() -> ends.toldReceiver.size() > 1)).isTrue();
            assertThat(ends.toldReceiver).startsWith(State.CONNECTED, State.DISCONNECTED);
          }
        });
  }
}
