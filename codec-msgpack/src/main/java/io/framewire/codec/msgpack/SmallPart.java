package io.framewire.codec.msgpack;

import io.framewire.error.ProtocolException;
import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Takes headers and replies to the heap: msgpack-core cannot read direct buffers on Java 17. */
final class SmallPart {
  private SmallPart() {}

  static byte[] bytes(Part part, String what) {
    return bytes(part.bytes(), what);
  }

  static byte[] bytes(ByteBuffer part, String what) {
    ByteBuffer source = part.duplicate().rewind();
    if (source.remaining() > MsgpackLimits.MAX_PLAIN_BYTES) {
      throw new ProtocolException(
          what
              + " has "
              + source.remaining()
              + " bytes, more than the "
              + MsgpackLimits.MAX_PLAIN_BYTES
              + " it may have");
    }
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    return bytes;
  }

  static String lossyText(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
