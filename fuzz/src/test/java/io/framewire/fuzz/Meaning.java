package io.framewire.fuzz;

import io.framewire.frame.Frame;
import io.framewire.wire.Message;
import io.framewire.wire.Message.Acknowledgement;
import io.framewire.wire.Message.ArrayReply;
import io.framewire.wire.Message.DataReply;
import io.framewire.wire.Message.EndConfirmation;
import io.framewire.wire.Message.FrameMessage;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a message says, in words that are equal where it is. */
final class Meaning {
  private Meaning() {}

  static String of(Message message) {
    if (message instanceof FrameMessage frame) {
      return of(frame.frame()) + frame.bidirectional() + of(frame.data());
    } else if (message instanceof ArrayReply array) {
      return "reply " + of(array.frame());
    } else if (message instanceof DataReply reply) {
      return "reply " + of(reply.data());
    } else if (message instanceof Acknowledgement acknowledgement) {
      return "acknowledgement " + acknowledgement.text();
    }
    return message instanceof EndConfirmation end ? "confirmation " + end.text() : "end";
  }

  private static String of(Optional<Object> data) {
    return data.map(Meaning::plain).orElse("nothing");
  }

  private static String of(Frame frame) {
    byte[] elements = new byte[frame.byteSize()];
    frame.data().get(elements);
    return frame.dtype()
        + Arrays.toString(frame.shape())
        + Arrays.hashCode(elements)
        + frame.toString().length();
  }

  private static String plain(Object value) {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    } else if (value instanceof List<?> list) {
      return list.stream().map(Meaning::plain).collect(Collectors.joining(",", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> plain(entry.getKey()) + "=" + plain(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return value == null ? "nil" : value.getClass().getSimpleName() + " " + value;
  }
}
