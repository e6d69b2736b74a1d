package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.framewire.frame.Block;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.wire.Message;
import io.framewire.wire.Message.Acknowledgement;
import io.framewire.wire.Message.DataReply;
import io.framewire.wire.Message.FrameMessage;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a frame leaves to the garbage collector; the JVM counts a thread's memory to the byte. */
class GarbageTest extends Fixture {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int FRAMES = 500;

  @ParameterizedTest
  @CsvSource({"16,16,false", "1920,1080,false", "16,16,true"})
  void aFrameLeavesLittleAtTheSender(int width, int height, boolean bidirectional) {
    try (Frame frame = pool.take(DType.UINT8, height, width, 3)) {
      Message message = new FrameMessage(frame, bidirectional, Optional.empty());
      assertThat(bytesEach(() -> codec.encode(message, pool).close())).isLessThan(600);
    }
  }

  @ParameterizedTest
  @CsvSource({"16,16,false", "1920,1080,false", "16,16,true"})
  void aFrameLeavesLittleAtTheReceiver(int width, int height, boolean bidirectional) {
    List<byte[]> sent;
    try (Frame frame = pool.take(DType.UINT8, height, width, 3)) {
      sent = bytes(codec.encode(new FrameMessage(frame, bidirectional, Optional.empty()), pool));
    }
    Part array = inBlock(sent.get(1));
    Block block = array.block().orElseThrow();
    Multipart received = Multipart.of(Part.of(sent.get(0)), array);
    long each =
        bytesEach(
            () -> {
              // the codec closes what it is given
              block.retain();
              codec.decodeFromSender(received).close();
            });
    received.close();
    assertThat(each).isLessThan(400);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void anAnswerLeavesLittleAtBothEnds(boolean bidirectional) {
    Message answer =
        bidirectional
            ? new DataReply(Optional.empty())
            : new Acknowledgement("Data received on client: ABCDEFGH !");
    assertThat(bytesEach(() -> codec.decodeFromReceiver(codec.encode(answer, pool)).close()))
        .isLessThan(500);
  }

  /** Without the leak detector, which is on in tests and keeps a stack trace for each frame. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 6_000_000})
  void aBufferFromThePoolLeavesLittle(int size) {
    assertThat(bytesEach(() -> pool.tryTakeBlock(size).orElseThrow().release())).isLessThan(250);
  }

  private static long bytesEach(Runnable action) {
    repeat(action);
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    repeat(action);
    return (THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / FRAMES;
  }

  private static void repeat(Runnable action) {
    for (int frame = 0; frame < FRAMES; frame++) {
      action.run();
    }
  }
}
