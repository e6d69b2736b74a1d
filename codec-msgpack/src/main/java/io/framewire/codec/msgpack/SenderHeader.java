package io.framewire.codec.msgpack;

import io.framewire.wire.Message.FrameMessage;
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

  static SenderHeader of(FrameMessage message) {
    return new SenderHeader(false, message.bidirectional(), message.data());
  }

  static byte[] end() {
    return PlainWriter.write(Map.of(TERMINATE, true));
  }

  byte[] write() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put(TERMINATE, terminate);
    header.put(BIDIRECTIONAL, bidirectional);
    header.put(DATA, data.orElse(""));
    return PlainWriter.write(header);
  }

  static SenderHeader read(byte[] bytes) {
    return of(PlainMap.of(PlainReader.read(bytes), "the header"));
  }

  static SenderHeader of(PlainMap map) {
    return new SenderHeader(
        map.flag(TERMINATE), map.has(BIDIRECTIONAL) && map.flag(BIDIRECTIONAL), map.data(DATA));
  }
}
