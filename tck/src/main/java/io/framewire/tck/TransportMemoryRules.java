package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whose the memory of messages is, and when it may be used again. */
abstract class TransportMemoryRules extends TransportFlowRules {
  private static final int FRAMES = 8;
  private static final int HELD = 3;
  private static final int LARGE = 1_500_000;
  private static final int SIZE = 50_000;
  private static final Duration MOMENT = Duration.ofMillis(200);
  private static final long SLOWLY_NANOS = 2_000_000;

  @TestFactory
  Stream<DynamicTest> aFrameIsNeverOverwrittenWhileItIsUnderWay() {
    return each(
        pattern -> {
          try (Ends ends = ends(pattern)) {
            Patience.Running<Void> sending = longPatience().start(() -> sendAll(ends, pattern));
            int received = longPatience().call("reading", () -> readSlowly(ends, pattern, sending));
            sending.get("sending");
            assertThat(received).as("frames").isBetween(1, FRAMES);
          }
        });
  }

  private void sendAll(Ends ends, Pattern pattern) {
    for (int number = 0; number < FRAMES; number++) {
      ends.sender.send(Ends.message(ends.senderPool, number, LARGE), limit());
      if (pattern.answers()) {
        ends.sender.receive(limit()).ifPresent(Multipart::close);
      }
    }
  }

  private int readSlowly(Ends ends, Pattern pattern, Patience.Running<?> sending) {
    int count = 0;
    while (count < FRAMES) {
      boolean last = sending.isDone();
      Optional<Multipart> next = ends.receiver.receive(count == 0 ? limit() : MOMENT);
      if (next.isEmpty() && (last || count == 0)) {
        return count;
      }
      if (next.isPresent()) {
        LockSupport.parkNanos(SLOWLY_NANOS);
        try (Multipart message = next.get()) {
          Ends.require(message.parts().get(0).bytes().get(0), message);
        }
        count++;
        if (pattern.answers()) {
          ends.receiver.send(Ends.message(FramePool.unpooled(), 1), limit());
        }
      }
    }
    return count;
  }

  @TestFactory
  Stream<DynamicTest> aMessageThatWasReceivedStaysAsItIs() {
    return each(
        pattern -> {
          List<Multipart> held = new ArrayList<>();
          try {
            try (Ends ends = ends(pattern)) {
              for (int number = 0; number < HELD; number++) {
                held.add(ends.deliver(number, SIZE));
                ends.answer(number);
              }
            }
            for (int number = 0; number < HELD; number++) {
              Ends.require(number, held.get(number));
            }
          } finally {
            held.forEach(Multipart::close);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> everyBufferComesBackOrIsAbandoned() {
    return each(
        pattern -> {
          Memory memory = new Memory(patience());
          Ends ends = ends(pattern);
          try (ends) {
            for (int number = 0; number < HELD; number++) {
              ends.exchange(number, SIZE);
            }
          }
          memory.requireBackOrAbandoned(ends.senderPool);
          memory.requireBackOrAbandoned(ends.receiverPool);
        });
  }

  @TestFactory
  Stream<DynamicTest> aMessageIsTakenAlsoWhenSendingThrows() {
    return each(
        pattern -> {
          FramePool pool = new FramePool();
          Transport closed = open(pattern, Role.SENDER, endpoint(), true);
          close(closed);
          // nothing here may refer to it, for abandoned memory is the garbage collector's
          longPatience()
              .start(() -> closed.send(Ends.message(pool, 1, SIZE), limit()))
              .failure("send on a closed transport");
          new Memory(patience()).requireBackOrAbandoned(pool);
        });
  }
}
