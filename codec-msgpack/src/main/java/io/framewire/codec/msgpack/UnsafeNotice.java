package io.framewire.codec.msgpack;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explains, before the JVM prints it, the warning that msgpack-core causes on Java 24 and later.
 */
final class UnsafeNotice {
  private static final Logger LOG = LoggerFactory.getLogger(UnsafeNotice.class);
  private static final String PROPERTY = "msgpack.universal-buffer";
  private static final int FIRST_JAVA_THAT_WARNS = 24;
  private static final AtomicBoolean GIVEN = new AtomicBoolean();

  private UnsafeNotice() {}

  static void giveOnce() {
    if (needed(Runtime.version().feature(), Boolean.getBoolean(PROPERTY))
        && GIVEN.compareAndSet(false, true)) {
      LOG.info(
          "the JVM's warning about sun.misc.Unsafe and org.msgpack.core is harmless: start with -D{}=true to avoid it",
          PROPERTY);
    }
  }

  static boolean needed(int javaVersion, boolean avoided) {
    return javaVersion >= FIRST_JAVA_THAT_WARNS && !avoided;
  }
}
