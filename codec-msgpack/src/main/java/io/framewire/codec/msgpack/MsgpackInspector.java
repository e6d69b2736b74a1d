package io.framewire.codec.msgpack;

import io.framewire.codec.msgpack.PartInspection.Kind;
import io.framewire.error.ProtocolException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Describes captured messages, whole or broken, without making frames of them. Never throws for
 * what the bytes are.
 */
public final class MsgpackInspector {
  private static final Map<List<Kind>, String> MESSAGES =
      Map.of(
          List.of(Kind.FRAME_HEADER, Kind.ARRAY), "a frame",
          List.of(Kind.END), "the end of the stream",
          List.of(Kind.REPLY), "a reply",
          List.of(Kind.REPLY, Kind.ARRAY), "an array as reply",
          List.of(Kind.END_CONFIRMATION), "the confirmation of the end",
          List.of(Kind.ACKNOWLEDGEMENT), "an acknowledgement",
          List.of(Kind.ARRAY), "an array, the second part of a frame or reply");

  private MsgpackInspector() {}

  /**
   * Describes a message.
   *
   * @param parts the content of its parts, each from position 0 to its limit; not changed
   * @return the description, which holds no reference to the parts
   */
  public static MessageInspection inspectMessage(List<ByteBuffer> parts) {
    List<PartInspection> inspected = parts.stream().map(MsgpackInspector::inspectPart).toList();
    List<Kind> kinds = inspected.stream().map(PartInspection::kind).toList();
    String summary = MESSAGES.getOrDefault(kinds, "no message of this wire");
    Optional<String> problem =
        inspected.stream().flatMap(part -> part.problem().stream()).findFirst();
    return new MessageInspection(summary, inspected, problem.or(() -> misfit(inspected, kinds)));
  }

  /**
   * Describes one part.
   *
   * @param part its content from position 0 to its limit; not changed
   * @return the description, which holds no reference to the part
   */
  public static PartInspection inspectPart(ByteBuffer part) {
    Set<String> keys = TopLevelKeys.of(part);
    if (keys.contains(SenderHeader.TERMINATE)) {
      return PlainInspector.header(part);
    } else if (keys.contains(Reply.TYPE) || keys.contains(Reply.CONFIRMATION)) {
      return PlainInspector.reply(part);
    } else if (keys.contains("nd") || keys.contains("complex") || keys.contains("shape")) {
      return ArrayInspector.inspect(part);
    }
    return PlainInspector.other(part);
  }

  private static Optional<String> misfit(List<PartInspection> parts, List<Kind> kinds) {
    if (kinds.equals(List.of(Kind.FRAME_HEADER))) {
      return Optional.of("the part with the frame's array is missing");
    } else if (kinds.equals(List.of(Kind.REPLY)) && announcesArray(parts.get(0))) {
      return Optional.of("the part with the reply's array is missing");
    }
    return MESSAGES.containsKey(kinds)
        ? Optional.empty()
        : Optional.of("these parts together are no message: " + kinds);
  }

  private static boolean announcesArray(PartInspection reply) {
    return PythonType.ARRAY.equals(reply.details().get(Reply.TYPE));
  }

  /** Runs a check and turns what it refuses into words. */
  static Optional<String> problem(Runnable check) {
    try {
      check.run();
      return Optional.empty();
    } catch (ProtocolException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }
}
