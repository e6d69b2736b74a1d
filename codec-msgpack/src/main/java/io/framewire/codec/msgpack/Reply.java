package io.framewire.codec.msgpack;

import io.framewire.error.ProtocolException;
import io.framewire.wire.Message.DataReply;
import io.framewire.wire.Message.EndConfirmation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a receiver answers in msgpack.
 *
 * @param confirmation the words that confirm the end; empty for every other reply
 * @param type Python's name for the type of the data, whatever the peer calls it
 * @param data the data; empty for none
 */
record Reply(Optional<String> confirmation, String type, Optional<Object> data) {
  static final String TYPE = "return_type";
  static final String CONFIRMATION = "terminated";
  private static final String DATA = "return_data";

  static byte[] of(DataReply reply) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(TYPE, PythonType.nameOf(reply.data()));
    map.put(DATA, reply.data().orElse(""));
    return PlainWriter.write(map);
  }

  static byte[] of(EndConfirmation confirmation) {
    return PlainWriter.write(Map.of(CONFIRMATION, confirmation.text()));
  }

  static byte[] announcement() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(TYPE, PythonType.ARRAY);
    map.put(DATA, null);
    return PlainWriter.write(map);
  }

  /** Empty for bytes that are no reply in msgpack, which a sender takes as an acknowledgement. */
  static Optional<Reply> read(byte[] bytes) {
    // words in place of a map are what a frame usually gets, and to read them as msgpack would
    // throw
    if (bytes.length == 0 || Form.of(bytes[0] & 0xff) != Form.MAP) {
      return Optional.empty();
    }
    Object value;
    try {
      value = PlainReader.read(bytes);
    } catch (ProtocolException broken) {
      if (beginsLikeReply(bytes)) {
        throw broken;
      }
      return Optional.empty();
    }
    return value instanceof Map ? of(PlainMap.of(value, "the reply")) : Optional.empty();
  }

  static Optional<Reply> of(PlainMap map) {
    if (map.has(TYPE)) {
      map.required(DATA);
      return Optional.of(new Reply(Optional.empty(), map.text(TYPE), map.data(DATA)));
    } else if (map.has(CONFIRMATION)) {
      return Optional.of(
          new Reply(Optional.of(map.text(CONFIRMATION)), PythonType.NONE, Optional.empty()));
    }
    return Optional.empty();
  }

  boolean announcesArray() {
    return type.equals(PythonType.ARRAY);
  }

  /** A small map whose first key is one of ours is a broken reply rather than somebody's words. */
  private static boolean beginsLikeReply(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean smallMap = bytes.length > 2 && (bytes[0] & 0xf0) == 0x80;
    return smallMap && (text.startsWith(TYPE, 2) || text.startsWith(CONFIRMATION, 2));
  }
}
