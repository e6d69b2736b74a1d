package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.frame.DType;
import io.framewire.frame.Field;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.wire.Message.ArrayReply;
import io.framewire.wire.Message.FrameMessage;
import io.framewire.wire.Multipart;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnershipTest extends Fixture {
  @Test
  void encodedPartsOutliveTheMessage() {
    Multipart parts;
    try (FrameMessage message = picture()) {
      parts = codec.encode(message, pool);
    }
    assertThat(pool.statistics().lentBlocks()).isEqualTo(1);
    byte[] wire = bytes(parts.parts().get(1).bytes());
    assertThat(wire[wire.length - 1]).isEqualTo((byte) 7);
    parts.close();
  }

  @Test
  void aFrameWhoseMemoryIsBeingSentIsCopied() {
    try (FrameMessage message = picture();
        Multipart first = codec.encode(message, pool);
        Multipart second = codec.encode(message, pool)) {
      assertThat(second.parts().get(1).block()).isNotEqualTo(first.parts().get(1).block());
      assertThat(second.parts().get(1).bytes()).isEqualTo(first.parts().get(1).bytes());
    }
  }

  @Test
  void aDtypeTooLongForTheHeadroomIsCopied() {
    List<Field> fields =
        Collections.nCopies(80, Field.of("a field's long name", DType.parse("<f4")));
    try (Frame frame = pool.take(DType.structured(fields), 2);
        Multipart parts = codec.encode(new ArrayReply(frame), pool)) {
      assertThat(parts.parts().get(1).block()).isNotEqualTo(Optional.of(frame.block()));
      assertThat(MsgpackInspector.inspectPart(parts.parts().get(1).bytes()).problem()).isEmpty();
    }
  }

  @Test
  void aDtypeNoReaderTakesIsRefused() {
    List<Field> fields = Collections.nCopies(10_000, Field.of("f", DType.UINT8));
    try (Frame frame = pool.take(DType.structured(fields), 2)) {
      assertThatThrownBy(() -> codec.encode(new ArrayReply(frame), pool))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("use fewer fields");
    }
  }

  @Test
  void aDtypeNestedTooDeepIsRefused() {
    DType dtype = DType.UINT8;
    for (int level = 0; level <= MsgpackLimits.MAX_DEPTH; level++) {
      dtype = DType.structured(List.of(Field.of("f", dtype)));
    }
    try (Frame frame = pool.take(dtype, 2)) {
      assertThatThrownBy(() -> codec.encode(new ArrayReply(frame), pool))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("more than 64 deep");
    }
  }

  @Test
  void aMessageThatCannotBeWrittenTakesNoMemory() {
    try (FrameMessage message =
        new FrameMessage(pool.take(DType.UINT8, 2), true, Optional.of(new Object()))) {
      assertThatThrownBy(() -> codec.encode(message, pool))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("java.lang.Object");
      assertThat(pool.statistics().lentBlocks()).isEqualTo(1);
    }
  }

  @Test
  void anExhaustedPoolLeavesTheFrameAsItWas() {
    try (FramePool small = new FramePool(1, 1);
        FrameMessage message = picture();
        Frame shared = message.frame().retain()) {
      assertThatThrownBy(() -> codec.encode(message, small)).isInstanceOf(FramewireException.class);
      assertThat(shared.data().get(5)).isEqualTo((byte) 7);
    }
  }

  @Test
  void aDecodedFrameKeepsTheBlockUntilItIsClosed() {
    byte[] array = Golden.saying("array").findFirst().orElseThrow().wire().get(0);
    byte[] header = Bytes.of("81 a9 'terminate c2");
    try (FrameMessage message =
        (FrameMessage) codec.decodeFromSender(inBlocks(List.of(header, array)))) {
      assertThat(pool.statistics().lentBlocks()).isEqualTo(1);
      assertThat(message.frame().data().remaining()).isEqualTo(6);
    }
    assertThat(pool.statistics().lentBlocks()).isZero();
  }

  @Test
  void aPartThatIsOnlyAPieceOfItsBlockIsReadWhereItLies() {
    try (FrameMessage message = picture()) {
      Multipart parts = codec.encode(message, pool);
      try (FrameMessage read = (FrameMessage) codec.decodeFromSender(parts)) {
        assertThat(read.frame().data()).isEqualTo(message.frame().data());
        assertThat(read.frame().shape()).containsExactly(1, 2, 3);
      }
    }
  }

  @Test
  void partsAreReleasedJustOnceWhenTheyAreRefused() {
    Multipart parts = inBlocks(List.of(Bytes.of("80"), Bytes.of("80")));
    assertThatThrownBy(() -> codec.decodeFromSender(parts)).isInstanceOf(FramewireException.class);
    assertThatThrownBy(parts::close).isInstanceOf(IllegalStateException.class);
  }

  private FrameMessage picture() {
    Frame frame = pool.take(DType.UINT8, 1, 2, 3);
    frame.data().put(5, (byte) 7);
    return new FrameMessage(frame, false, Optional.empty());
  }
}
