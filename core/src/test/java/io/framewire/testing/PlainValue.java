package io.framewire.testing;

import io.framewire.error.ConfigurationException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strings and whole numbers, or nothing, in the plain codec's header. */
final class PlainValue {
  private PlainValue() {}

  static void write(DataOutputStream out, Optional<Object> value) throws IOException {
    if (value.isEmpty()) {
      out.writeByte('0');
    } else if (value.get() instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeByte('s');
      out.writeInt(bytes.length);
      out.write(bytes);
    } else if (value.get() instanceof Long number) {
      out.writeByte('l');
      out.writeLong(number);
    } else {
      throw new ConfigurationException(
          "data of type " + value.get().getClass().getName() + " has no place on the plain wire");
    }
  }

  static Optional<Object> read(ByteBuffer bytes) {
    return switch (bytes.get()) {
      case 's' -> {
        byte[] text = new byte[bytes.getInt()];
        bytes.get(text);
        yield Optional.of(new String(text, StandardCharsets.UTF_8));
      }
      case 'l' -> Optional.of(bytes.getLong());
      default -> Optional.empty();
    };
  }
}
