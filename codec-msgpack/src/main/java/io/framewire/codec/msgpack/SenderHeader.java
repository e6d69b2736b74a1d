package io.framewire.codec.msgpack;

import io.framewire.wire.Message.FrameMessage;
import io.framewire.wire.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a sender says before or instead of a frame.
 *
 * @param terminate whether this is the end
 * @param bidirectional whether the sender is in bidirectional mode; false where it does not say
 * @param data what goes with the frame
 */
record SenderHeader(boolean terminate, boolean bidirectional, Optional<Object> data) {
  static final String TERMINATE = "terminate";
  private static final String BIDIRECTIONAL = "bi_mode";
  private static final String DATA = "data";

  // nearly every frame has one of these two
  private static final SenderHeader BARE = new SenderHeader(false, false, Optional.empty());
  private static final SenderHeader BARE_BIDIRECTIONAL =
      new SenderHeader(false, true, Optional.empty());
  private static final KnownPart BARE_PART = new KnownPart(BARE.pack());
  private static final KnownPart BARE_BIDIRECTIONAL_PART = new KnownPart(BARE_BIDIRECTIONAL.pack());

  static Part of(FrameMessage message) {
    if (message.data().isPresent()) {
      return Part.of(new SenderHeader(false, message.bidirectional(), message.data()).pack());
    }
    return (message.bidirectional() ? BARE_BIDIRECTIONAL_PART : BARE_PART).part();
  }

  static byte[] end() {
    return PlainWriter.write(Map.of(TERMINATE, true));
  }

  private byte[] pack() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put(TERMINATE, terminate);
    header.put(BIDIRECTIONAL, bidirectional);
    header.put(DATA, data.orElse(""));
    return PlainWriter.write(header);
  }

  static SenderHeader read(Part part) {
    if (BARE_PART.is(part)) {
      return BARE;
    } else if (BARE_BIDIRECTIONAL_PART.is(part)) {
      return BARE_BIDIRECTIONAL;
    }
    byte[] bytes = SmallPart.bytes(part, "the header");
    return of(PlainMap.of(PlainReader.read(bytes), "the header"));
  }

  static SenderHeader of(PlainMap map) {
    return new SenderHeader(
        map.flag(TERMINATE), map.has(BIDIRECTIONAL) && map.flag(BIDIRECTIONAL), map.data(DATA));
  }
}
