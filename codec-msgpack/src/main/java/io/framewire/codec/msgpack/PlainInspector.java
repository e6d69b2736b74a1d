package io.framewire.codec.msgpack;

import io.framewire.codec.msgpack.PartInspection.Kind;
import io.framewire.error.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Describes headers, replies and what is neither. */
final class PlainInspector {
  private static final int LONGEST_TEXT = 4096;

  private PlainInspector() {}

  static PartInspection header(ByteBuffer part) {
    return map(
        part,
        "the header",
        Kind.FRAME_HEADER,
        map ->
            Boolean.TRUE.equals(map.values().get(SenderHeader.TERMINATE))
                ? Kind.END
                : Kind.FRAME_HEADER,
        SenderHeader::of);
  }

  static PartInspection reply(ByteBuffer part) {
    return map(
        part,
        "the reply",
        Kind.REPLY,
        map -> map.has(Reply.TYPE) ? Kind.REPLY : Kind.END_CONFIRMATION,
        Reply::of);
  }

  static PartInspection other(ByteBuffer part) {
    if (part.limit() <= LONGEST_TEXT) {
      Optional<String> problem =
          MsgpackInspector.problem(() -> Utf8.decode(part.duplicate().rewind(), "the part"));
      if (problem.isEmpty() && part.limit() > 0) {
        String text = SmallPart.lossyText(SmallPart.bytes(part, "the part"));
        return new PartInspection(
            Kind.ACKNOWLEDGEMENT, part.limit(), Map.of("text", text), Optional.empty());
      }
    }
    return new PartInspection(Kind.UNKNOWN, part.limit(), Map.of(), Optional.of(reason(part)));
  }

  private static String reason(ByteBuffer part) {
    if (part.limit() == 0) {
      return "the part is empty";
    }
    HeaderReader reader = new HeaderReader(part);
    Form form = reader.next();
    return MsgpackInspector.problem(
            () -> {
              reader.skip();
              reader.requireEnd();
            })
        .map(words -> "begins like " + form + " in msgpack, but " + words)
        .orElse("is " + form + " in msgpack, which no message of this wire has");
  }

  private static PartInspection map(
      ByteBuffer part,
      String what,
      Kind kindOfBroken,
      Function<PlainMap, Kind> kind,
      Consumer<PlainMap> check) {
    PlainMap map;
    try {
      map = PlainMap.of(PlainReader.read(SmallPart.bytes(part, what)), what);
    } catch (ProtocolException broken) {
      return new PartInspection(
          kindOfBroken, part.limit(), Map.of(), Optional.of(broken.getMessage()));
    }
    Optional<String> problem = MsgpackInspector.problem(() -> check.accept(map));
    return new PartInspection(kind.apply(map), part.limit(), map.values(), problem);
  }
}
