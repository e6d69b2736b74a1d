package io.framewire.codec.msgpack;

import io.framewire.error.ConfigurationException;
import io.framewire.error.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as Python's packer and unpacker treat it: strictly. */
final class Utf8 {
  private static final int SHOWN = 40;

  private Utf8() {}

  static byte[] encode(String text) {
    return hasSurrogates(text) ? encodeStrictly(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean hasSurrogates(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (Character.isSurrogate(text.charAt(index))) {
        return true;
      }
    }
    return false;
  }

  private static byte[] encodeStrictly(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException broken) {
      throw new ConfigurationException(
          "the text " + quote(text) + " holds half a surrogate pair, which UTF-8 cannot carry",
          broken);
    }
  }

  static String decode(ByteBuffer bytes, String what) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException broken) {
      throw new ProtocolException(what + " is text that is not UTF-8", broken);
    }
  }

  /** What a peer said, short and printable enough for an error message. */
  static String quote(String text) {
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints()
        .limit(SHOWN)
        .map(point -> Character.isISOControl(point) ? '?' : point)
        .forEach(shown::appendCodePoint);
    return shown.append(text.codePointCount(0, text.length()) > SHOWN ? "\"..." : "\"").toString();
  }
}
