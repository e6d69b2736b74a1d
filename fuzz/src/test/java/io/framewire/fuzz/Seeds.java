package io.framewire.fuzz;

import io.framewire.codec.msgpack.MsgpackCodecProvider;
import io.framewire.frame.DType;
import io.framewire.frame.Field;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.wire.Message;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Good messages, as our own codec encodes them: where the fuzzer starts from. */
final class Seeds {
  private static final Codec CODEC = new MsgpackCodecProvider().create();
  private static final DType POINT =
      DType.structured(
          List.of(
              Field.of("x", DType.FLOAT32),
              new Field("y", Optional.of("title"), DType.parse(">i2"), List.of(2, 3)),
              Field.of("z", DType.structured(List.of(Field.of("", DType.parse("|V4")))))));
  private static final Map<String, Object> DATA =
      Map.of("text", List.of("a", 1L, 2.5, true, new byte[] {1, 2}, Map.of("k", -70_000L)));

  private Seeds() {}

  /** The parts of each message. */
  static List<List<byte[]>> messages() {
    FramePool pool = new FramePool();
    return Stream.concat(
            Stream.of(DType.UINT8, DType.parse("<U3"), DType.parse("<M8[ns]"), POINT)
                .flatMap(dtype -> withFrames(dtype, pool)),
            Stream.of(
                new Message.End(),
                new Message.EndConfirmation("done"),
                new Message.Acknowledgement("Data received on client: ABCDEFGH !"),
                new Message.DataReply(Optional.of(DATA)),
                new Message.DataReply(Optional.empty())))
        .map(message -> encoded(message, pool))
        .toList();
  }

  /** An input that {@link Messages#of} reads as these parts, behind the choices before it. */
  static byte[] input(List<byte[]> parts, int... choices) {
    ByteArrayOutputStream backwards = new ByteArrayOutputStream();
    for (int choice : choices) {
      backwards.write(choice);
    }
    backwards.write(0);
    backwards.write(parts.size());
    parts.stream().limit(parts.size() - 1).forEach(part -> length(backwards, part.length));
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    parts.forEach(input::writeBytes);
    byte[] tail = backwards.toByteArray();
    for (int index = tail.length - 1; index >= 0; index--) {
      input.write(tail[index]);
    }
    return input.toByteArray();
  }

  private static void length(ByteArrayOutputStream out, int length) {
    out.write(length >> Byte.SIZE);
    out.write(length);
  }

  private static Stream<Message> withFrames(DType dtype, FramePool pool) {
    return Stream.of(
        new Message.FrameMessage(pool.take(dtype, 2, 3), false, Optional.empty()),
        new Message.FrameMessage(pool.take(dtype), true, Optional.of(DATA)),
        new Message.ArrayReply(pool.take(dtype, 4)));
  }

  private static List<byte[]> encoded(Message message, FramePool pool) {
    try (message;
        Multipart parts = CODEC.encode(message, pool)) {
      return parts.parts().stream().map(Seeds::bytes).toList();
    }
  }

  private static byte[] bytes(Part part) {
    byte[] bytes = new byte[part.size()];
    part.bytes().duplicate().rewind().get(bytes);
    return bytes;
  }
}
