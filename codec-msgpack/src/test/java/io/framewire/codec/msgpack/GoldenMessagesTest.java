package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.wire.Message;
import io.framewire.wire.Message.Acknowledgement;
import io.framewire.wire.Message.ArrayReply;
import io.framewire.wire.Message.DataReply;
import io.framewire.wire.Message.End;
import io.framewire.wire.Message.EndConfirmation;
import io.framewire.wire.Message.FrameMessage;
import io.framewire.wire.Multipart;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenMessagesTest extends Fixture {
  static Stream<Golden> messages() {
    return Golden.all().filter(golden -> !List.of("array", "refused").contains(golden.says()));
  }

  static Stream<Golden> messagesWeWriteToo() {
    return messages().filter(golden -> golden.flag("encodes"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void readsFromBlocks(Golden golden) {
    readsWhatItMeans(golden, inBlocks(golden.wire()));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void readsFromTheHeap(Golden golden) {
    readsWhatItMeans(golden, golden.onHeap());
  }

  @ParameterizedTest
  @MethodSource("messagesWeWriteToo")
  void writesWhatPythonWrites(Golden golden) {
    try (Message message = message(golden)) {
      List<byte[]> wire = bytes(codec.encode(message, pool));
      assertThat(wire).hasSameSizeAs(golden.wire());
      for (int index = 0; index < wire.size(); index++) {
        assertThat(wire.get(index)).isEqualTo(golden.wire().get(index));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void describesThemAll(Golden golden) {
    MessageInspection inspection =
        MsgpackInspector.inspectMessage(golden.wire().stream().map(ByteBuffer::wrap).toList());
    assertThat(inspection.problem()).isEmpty();
    assertThat(inspection.toString()).doesNotContain("PROBLEM");
  }

  private void readsWhatItMeans(Golden golden, Multipart wire) {
    boolean fromSender = List.of("frame", "end").contains(golden.says());
    try (Message read = fromSender ? codec.decodeFromSender(wire) : codec.decodeFromReceiver(wire);
        Message meant = message(golden)) {
      assertThat(comparable(read)).isEqualTo(comparable(meant));
    }
  }

  private Message message(Golden golden) {
    return switch (golden.says()) {
      case "frame" -> new FrameMessage(picture(), golden.flag("bidirectional"), golden.data());
      case "end" -> new End();
      case "reply" -> new DataReply(golden.data());
      case "array reply" -> new ArrayReply(picture());
      case "confirmation" -> new EndConfirmation(golden.text("text"));
      case "acknowledgement" -> new Acknowledgement(golden.text("text"));
      default -> throw new IllegalArgumentException(golden.says());
    };
  }

  private static Object comparable(Message message) {
    if (message instanceof FrameMessage frame) {
      return List.of(
          comparable(frame.frame()), frame.bidirectional(), frame.data().map(Fixture::comparable));
    } else if (message instanceof ArrayReply array) {
      return comparable(array.frame());
    } else if (message instanceof DataReply reply) {
      return reply.data().map(Fixture::comparable);
    }
    return message;
  }

  private static Object comparable(Frame frame) {
    return List.of(frame.toString(), Fixture.comparable(bytes(frame.data())));
  }

  /** The frame that every golden message carries. */
  private Frame picture() {
    Frame frame = pool.take(DType.UINT8, 2, 2, 3);
    for (int index = 0; index < frame.byteSize(); index++) {
      frame.data().put(index, (byte) (2 * 31 + index * 7));
    }
    return frame;
  }
}
