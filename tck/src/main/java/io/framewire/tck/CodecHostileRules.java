package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import io.framewire.error.ProtocolException;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.wire.Message;
import io.framewire.wire.Message.ArrayReply;
import io.framewire.wire.Message.DataReply;
import io.framewire.wire.Message.End;
import io.framewire.wire.Message.FrameMessage;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * That nothing that arrives does harm. Random input prints its seed where it fails, and takes it
 * from the system property {@code framewire.tck.seed}.
 */
abstract class CodecHostileRules extends CodecMemoryRules {
  private static final long SEED = Long.getLong("framewire.tck.seed", System.nanoTime());
  private static final int ROUNDS = 2_000;
  private static final int DEEP = 50_000;
  private static final int SHOWN = 200;

  private List<List<byte[]>> messages(Codec codec) {
    FramePool pool = FramePool.unpooled();
    return List.of(
        encoded(codec, frameMessage(pool, 1), pool),
        encoded(codec, withData(pool), pool),
        encoded(codec, new ArrayReply(picture(pool, 2)), pool),
        encoded(codec, new DataReply(Optional.of(List.of("a", 1L, 2.5))), pool),
        encoded(codec, new End(), pool));
  }

  private static FrameMessage withData(FramePool pool) {
    return new FrameMessage(picture(pool, 1), true, Optional.of(List.of("data", 7L)));
  }

  @Test
  void aFrameMessageThatIsCutOffAtAnyLengthIsRefused() {
    Codec codec = codec();
    FramePool pool = FramePool.unpooled();
    patience()
        .run(
            "decoding messages that are cut off",
            () -> {
              requireCutsRefused(codec, encoded(codec, frameMessage(pool, 1), pool));
              requireCutsRefused(codec, encoded(codec, withData(pool), pool));
            });
  }

  private static void requireCutsRefused(Codec codec, List<byte[]> whole) {
    for (int part = 0; part < whole.size(); part++) {
      for (int length = 0; length < whole.get(part).length; length++) {
        List<byte[]> cut = new ArrayList<>(whole);
        cut.set(part, Arrays.copyOf(whole.get(part), length));
        requireRefused(codec, cut, "part " + part + " cut off after " + length + " bytes");
      }
    }
  }

  @Test
  void aFrameMessageThatLacksAPartOrHasOneMoreIsRefused() {
    Codec codec = codec();
    List<byte[]> whole =
        encoded(codec, frameMessage(FramePool.unpooled(), 1), FramePool.unpooled());
    if (whole.size() > 1) {
      requireRefused(codec, whole.subList(0, whole.size() - 1), "without its last part");
    }
    List<byte[]> more = new ArrayList<>(whole);
    more.add(new byte[] {1});
    requireRefused(codec, more, "with one part more");
  }

  private static void requireRefused(Codec codec, List<byte[]> parts, String how) {
    assertThat(
            catchThrowable(
                () -> codec.decodeFromSender(inBlocks(parts, FramePool.unpooled())).close()))
        .as("a frame message %s", how)
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void memoryOfWhatIsRefusedComesBack() {
    Codec codec = codec();
    Memory memory = new Memory(patience());
    FramePool pool = new FramePool();
    List<byte[]> cut = new ArrayList<>(messages(codec).get(0));
    cut.set(0, new byte[0]);
    catchThrowable(() -> codec.decodeFromSender(inBlocks(cut, pool)).close());
    catchThrowable(() -> codec.decodeFromReceiver(inBlocks(cut, pool)).close());
    memory.requireBack(pool);
  }

  @Test
  void nothingThatArrivesIsMoreThanAProtocolError() {
    Codec codec = codec();
    List<List<byte[]>> messages = messages(codec);
    patience()
        .run("decoding with framewire.tck.seed=" + SEED, () -> requireHarmless(codec, messages));
  }

  private static void requireHarmless(Codec codec, List<List<byte[]>> messages) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<byte[]> garbled = new ArrayList<>(messages.get(random.nextInt(messages.size())));
      int part = random.nextInt(garbled.size());
      garbled.set(part, Garbage.of(garbled.get(part), random));
      requireHarmless(garbled, codec::decodeFromSender);
      requireHarmless(garbled, codec::decodeFromReceiver);
    }
  }

  @Test
  void repeatedBytesAreNoMoreThanAProtocolError() {
    Codec codec = codec();
    List<byte[]> frame = messages(codec).get(0);
    patience().run("decoding repeated bytes", () -> requireRepeatsHarmless(codec, frame));
  }

  private static void requireRepeatsHarmless(Codec codec, List<byte[]> frame) {
    for (int value = 0; value < 256; value++) {
      byte[] deep = new byte[DEEP];
      Arrays.fill(deep, (byte) value);
      for (int part = 0; part < frame.size(); part++) {
        List<byte[]> parts = new ArrayList<>(frame);
        parts.set(part, deep);
        requireHarmless(parts, codec::decodeFromSender);
        requireHarmless(parts, codec::decodeFromReceiver);
      }
    }
  }

  private static void requireHarmless(List<byte[]> parts, Function<Multipart, Message> decode) {
    Multipart arrived = new Multipart(parts.stream().map(bytes -> Part.of(bytes.clone())).toList());
    try {
      decode.apply(arrived).close();
    } catch (ProtocolException expected) {
      assertThat(expected.getMessage()).isNotBlank();
    } catch (RuntimeException | Error harm) {
      fail("framewire.tck.seed=" + SEED + ", message " + shown(parts), harm);
    }
  }

  private static List<String> shown(List<byte[]> parts) {
    return parts.stream()
        .map(bytes -> HexFormat.of().formatHex(bytes, 0, Math.min(SHOWN, bytes.length)))
        .toList();
  }

  @Test
  void aBadMessageChangesNothingForTheNext() {
    Codec codec = codec();
    FramePool pool = FramePool.unpooled();
    List<byte[]> before = encoded(codec, withData(pool), pool);
    catchThrowable(() -> codec.decodeFromSender(inBlocks(List.of(new byte[] {-1}), pool)).close());
    catchThrowable(() -> codec.decodeFromReceiver(inBlocks(List.of(new byte[0]), pool)).close());
    List<byte[]> after = encoded(codec, withData(pool), pool);
    for (int part = 0; part < before.size(); part++) {
      assertThat(after.get(part)).as("part %d", part).isEqualTo(before.get(part));
    }
    try (FrameMessage back = (FrameMessage) codec.decodeFromSender(inBlocks(before, pool))) {
      assertThat(back.data()).isPresent();
    }
  }
}
