package io.framewire.codec.msgpack;

import io.framewire.error.ProtocolException;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;

/** Looks at the keys of a map, to tell what it was meant to be even where it is broken. */
final class TopLevelKeys {
  private static final int MOST = 64;
  private static final int LONGEST = 256;

  private TopLevelKeys() {}

  /** Those that can be read; none of what is no map. */
  static Set<String> of(ByteBuffer part) {
    Set<String> keys = new LinkedHashSet<>();
    try {
      HeaderReader reader = new HeaderReader(part);
      int entries = Math.min(reader.mapSize("the part"), MOST);
      for (int index = 0; index < entries; index++) {
        keys.add(reader.text("a key", LONGEST));
        reader.skip();
      }
    } catch (ProtocolException endOfWhatCanBeRead) {
      return keys;
    }
    return keys;
  }
}
