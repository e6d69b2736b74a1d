package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ProtocolException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.wire.Message.ArrayReply;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenArraysTest extends Fixture {
  static Stream<Golden> arrays() {
    return Golden.saying("array");
  }

  static Stream<Golden> arraysWeWriteToo() {
    return arrays().filter(golden -> golden.flag("encodes"));
  }

  static Stream<Golden> refused() {
    return Golden.saying("refused");
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void readsFromABlockWithoutCopying(Golden golden) {
    long allocationsBefore = FramePool.unpooled().statistics().allocations();
    try (Part part = inBlock(golden.wire().get(0));
        Frame frame = new ArrayDecoder().decode(part)) {
      assertSame(frame, golden);
      if (!golden.toString().startsWith("complex")) {
        assertThat(frame.block()).isSameAs(part.block().orElseThrow());
        assertThat(FramePool.unpooled().statistics().allocations()).isEqualTo(allocationsBefore);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void readsFromTheHeap(Golden golden) {
    try (Frame frame = new ArrayDecoder().decode(Part.of(golden.wire().get(0)))) {
      assertSame(frame, golden);
    }
  }

  @ParameterizedTest
  @MethodSource("arraysWeWriteToo")
  void writesIntoTheHeadroomWhatPythonWrites(Golden golden) {
    try (Frame frame = frame(golden)) {
      long allocations = pool.statistics().allocations();
      try (Multipart parts = codec.encode(new ArrayReply(frame), pool)) {
        Part part = parts.parts().get(1);
        assertThat(bytes(part.bytes())).isEqualTo(golden.wire().get(0));
        if (part.size() - frame.byteSize() <= FramePool.HEADROOM) {
          assertThat(part.block()).containsSame(frame.block());
          assertThat(pool.statistics().allocations()).isEqualTo(allocations);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("arraysWeWriteToo")
  void writesACopyOfAFrameThatIsSharedAsPythonWritesIt(Golden golden) {
    try (Frame frame = frame(golden);
        Frame shared = frame.retain()) {
      List<byte[]> wire = bytes(codec.encode(new ArrayReply(shared), pool));
      assertThat(wire.get(1)).isEqualTo(golden.wire().get(0));
    }
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void describesThemAll(Golden golden) {
    PartInspection inspection = MsgpackInspector.inspectPart(ByteBuffer.wrap(golden.wire().get(0)));
    assertThat(inspection.problem()).isEmpty();
    assertThat(inspection.kind()).isEqualTo(PartInspection.Kind.ARRAY);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsNotForUsAndSaysWhy(Golden golden) {
    byte[] wire = golden.wire().get(0);
    try (Part part = inBlock(wire)) {
      assertThatThrownBy(() -> new ArrayDecoder().decode(part))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining(golden.text("reason"));
    }
    assertThat(MsgpackInspector.inspectPart(ByteBuffer.wrap(wire)).problem().orElseThrow())
        .contains(golden.text("reason"));
  }

  private static void assertSame(Frame frame, Golden golden) {
    assertThat(frame.dtype()).isEqualTo(golden.dtype());
    assertThat(frame.shape()).isEqualTo(golden.shape());
    assertThat(bytes(frame.data())).isEqualTo(golden.elements());
  }
}
