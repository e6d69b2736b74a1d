package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import io.framewire.error.ProtocolException;
import io.framewire.wire.Message;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Random messages; a failure names the seed, which the system property takes back. */
class MutatedMessagesTest extends Fixture {
  private static final Logger LOG = LoggerFactory.getLogger(MutatedMessagesTest.class);
  private static final long SEED = Long.getLong("framewire.test.seed", System.nanoTime());
  private static final int ROUNDS = Integer.getInteger("framewire.test.rounds", 10_000);
  private static final int LARGEST = 1500;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Random random = new Random(SEED);

  @Test
  void decodesOrRefusesWhateverArrives() {
    LOG.info("framewire.test.seed={}", SEED);
    List<List<byte[]>> golden =
        Golden.all()
            .map(Golden::wire)
            .filter(wire -> wire.stream().allMatch(part -> part.length < LARGEST))
            .toList();
    golden.forEach(wire -> inspects(-1, wire));
    golden.forEach(this::warmUp);
    Mutation mutation = new Mutation(random, golden);
    for (int round = 0; round < ROUNDS; round++) {
      List<byte[]> wire = mutation.next();
      survives(round, wire, codec::decodeFromSender);
      survives(round, wire, codec::decodeFromReceiver);
      inspects(round, wire);
      if (round % 1000 == 0) {
        everyBlockCameBack();
      }
    }
  }

  /** Loading classes takes memory too. */
  private void warmUp(List<byte[]> wire) {
    try (Message message = codec.decodeFromReceiver(inBlocks(wire))) {
      assertThat(message).isNotNull();
    } catch (ProtocolException notFromAReceiver) {
      assertThat(notFromAReceiver.getMessage()).isNotEmpty();
    }
  }

  private void survives(int round, List<byte[]> wire, Function<Multipart, Message> decode) {
    Multipart parts =
        random.nextBoolean() ? inBlocks(wire) : new Multipart(wire.stream().map(Part::of).toList());
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    try (Message message = decode.apply(parts)) {
      assertThat(message).isNotNull();
    } catch (ProtocolException expected) {
      assertThat(expected.getMessage()).as(() -> place(round, wire)).hasSizeLessThan(500);
    } catch (RuntimeException | Error other) {
      fail(place(round, wire), other);
    }
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(allocated).as(() -> place(round, wire)).isLessThan(2_000_000);
  }

  private void inspects(int round, List<byte[]> wire) {
    try {
      List<ByteBuffer> parts = wire.stream().map(ByteBuffer::wrap).toList();
      assertThat(MsgpackInspector.inspectMessage(parts).toString()).isNotEmpty();
    } catch (RuntimeException | Error other) {
      fail(place(round, wire), other);
    }
  }

  private static String place(int round, List<byte[]> wire) {
    List<String> parts = new ArrayList<>();
    wire.forEach(part -> parts.add(HexFormat.of().formatHex(part)));
    return "round " + round + " of framewire.test.seed=" + SEED + ": " + parts;
  }
}
