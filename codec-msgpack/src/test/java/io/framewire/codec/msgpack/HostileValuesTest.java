package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.framewire.error.ProtocolException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Small messages that were made to cost much. */
class HostileValuesTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int COLLIDING_BITS = 14;

  @Test
  void takesMemoryForWhatIsThereAndNotForWhatEveryLevelAnnounces() {
    ByteBuffer nested = ByteBuffer.allocate(MsgpackLimits.MAX_PLAIN_BYTES);
    for (int level = 1; level < MsgpackLimits.MAX_DEPTH; level++) {
      nested.put((byte) 0xdd).putInt(nested.remaining() - 4);
    }
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    assertThatThrownBy(() -> PlainReader.read(nested.array()))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("where 1048566 bytes are left, for 1048570 more values too");
    long taken = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(taken).isLessThan(20L << 20);
  }

  @Test
  void readsListsWhoseLevelsFillWhatIsLeft() {
    assertThat(PlainReader.read(Bytes.of("93 92 01 81 a1 61 c0 02 90")))
        .hasToString("[[1, {a=null}], 2, []]");
  }

  @Test
  void refusesMapsOfManyKeysThatAreNeitherTextNorBytes() {
    byte[] colliding = collidingKeys();
    long before = THREADS.getCurrentThreadCpuTime();
    assertThatThrownBy(() -> PlainReader.read(colliding))
        .isInstanceOf(ProtocolException.class)
        .hasMessage("a map has more than 256 keys that are neither str nor bin");
    assertThat(THREADS.getCurrentThreadCpuTime() - before).isLessThan(1_000_000_000);
  }

  @Test
  void readsManyKeysOfText() {
    ByteBuffer map = ByteBuffer.allocate(3 + 300 * 6).put((byte) 0xde).putShort((short) 300);
    for (int key = 0; key < 300; key++) {
      map.put((byte) 0xa4).put("%04d".formatted(key).getBytes()).put((byte) 0xc0);
    }
    assertThat((Map<?, ?>) PlainReader.read(map.array())).hasSize(300);
  }

  /** Texts and numbers with one hash code, which a hash map cannot even put in order. */
  private static byte[] collidingKeys() {
    int each = 1 << COLLIDING_BITS;
    ByteBuffer map = ByteBuffer.allocate(5 + each * (2 * COLLIDING_BITS + 3 + 10));
    map.put((byte) 0xdf).putInt(2 * each);
    int hash = 0;
    for (int key = 0; key < each; key++) {
      StringBuilder text = new StringBuilder();
      for (int bit = 0; bit < COLLIDING_BITS; bit++) {
        text.append((key >> bit & 1) == 0 ? "Aa" : "BB");
      }
      hash = text.toString().hashCode();
      map.put((byte) 0xd9).put((byte) text.length()).put(text.toString().getBytes());
      map.put((byte) 0xc0);
    }
    for (long key = 0; key < each; key++) {
      map.put((byte) 0xd3).putLong((key ^ hash) << 32 | key).put((byte) 0xc0);
    }
    return map.array();
  }
}
