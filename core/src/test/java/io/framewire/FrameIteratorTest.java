package io.framewire;

import static io.framewire.MemStream.pictures;
import static io.framewire.MemStream.result;
import static io.framewire.MemStream.valueOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.frame.Frame;
import io.framewire.wire.Pattern;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrameIteratorTest {
  private final MemStream stream = new MemStream(Pattern.PAIR);
  private final FrameReceiver receiver = stream.receiver().build();
  private final FrameSender sender = stream.sender().source(pictures(4)).build();
  private CompletionStage<StreamSummary> sending;

  @BeforeEach
  void send() {
    sending = sender.start();
  }

  @AfterEach
  void close() {
    receiver.close();
    stream.link.breakDown();
    sender.close();
    MemStream.awaitNoThreads();
  }

  @Test
  void yieldsEveryFrameAndEnds() {
    List<Integer> values = new ArrayList<>();
    for (ReceivedFrame received : receiver) {
      values.add(valueOf(received.frame()));
    }
    assertThat(values).containsExactly(0, 1, 2, 3);
    assertThat(receiver.summary().ended()).isEqualTo(Ended.TERMINATED);
    assertThat(result(sending).endConfirmed()).isTrue();
    assertThat(receiver.iterator().hasNext()).isFalse();
    assertThatThrownBy(receiver.iterator()::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void closesAFrameWhenTheNextIsAskedFor() {
    Iterator<ReceivedFrame> frames = receiver.iterator();
    Frame first = frames.next().frame();
    assertThat(valueOf(first)).isZero();
    assertThat(frames.hasNext()).isTrue();
    assertThatThrownBy(first::data).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsTheFrameWhoseNextWasOnlyLookedFor() {
    Iterator<ReceivedFrame> frames = receiver.iterator();
    assertThat(frames.hasNext()).isTrue();
    assertThat(frames.hasNext()).isTrue();
    assertThat(valueOf(frames.next().frame())).isZero();
    assertThat(valueOf(frames.next().frame())).isEqualTo(1);
  }

  @Test
  void leavesARetainedFrameToItsKeeper() {
    Iterator<ReceivedFrame> frames = receiver.iterator();
    try (Frame kept = frames.next().frame().retain()) {
      frames.forEachRemaining(frame -> valueOf(frame.frame()));
      receiver.close();
      assertThat(valueOf(kept)).isZero();
    }
  }

  @Test
  void closesTheFrameOfALoopThatWasLeft() {
    Frame last = null;
    for (ReceivedFrame received : receiver) {
      last = received.frame();
      break;
    }
    assertThat(valueOf(last)).isZero();
    receiver.close();
    assertThatThrownBy(last::data).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closesTheFrameThatWasLookedForOnly() {
    assertThat(receiver.iterator().hasNext()).isTrue();
    receiver.close();
    assertThat(receiver.summary().ended()).isEqualTo(Ended.CLOSED);
  }

  @Test
  void goesOnInASecondLoop() {
    for (ReceivedFrame received : receiver) {
      assertThat(valueOf(received.frame())).isZero();
      break;
    }
    assertThat(valueOf(receiver.iterator().next().frame())).isEqualTo(1);
  }

  @Test
  void leavesTheFrameInHandAloneWhenAnotherThreadCloses() throws InterruptedException {
    Iterator<ReceivedFrame> frames = receiver.iterator();
    Frame inHand = frames.next().frame();
    Thread closer = new Thread(receiver::close);
    closer.start();
    closer.join();
    assertThat(valueOf(inHand)).isZero();
    assertThat(frames.hasNext()).isFalse();
    assertThatThrownBy(inHand::data).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void leavesNoLeakBehindWhenAnotherThreadClosesAnAbandonedLoop() throws InterruptedException {
    receiver.iterator().next();
    Thread closer = new Thread(receiver::close);
    closer.start();
    closer.join();
  }
}
