package io.framewire.codec.msgpack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one part of a message turned out to be. Immutable but for the values inside.
 *
 * @param kind what it is, as far as can be told
 * @param size its length in bytes
 * @param details what it holds, by name, in the order of the wire: plain values, null among them
 * @param problem what is wrong with it; empty if nothing is
 */
public record PartInspection(
    Kind kind, int size, Map<String, Object> details, Optional<String> problem) {
  /** The parts that messages of this wire are made of. */
  public enum Kind {
    /** What a sender says before each frame. */
    FRAME_HEADER("frame header"),
    /** A sender's last words. */
    END("end of stream"),
    /** An ndarray, a NumPy scalar or a Python complex. */
    ARRAY("array"),
    /** A reply with plain data, or the announcement of an array. */
    REPLY("reply"),
    /** A receiver's last words. */
    END_CONFIRMATION("confirmation of the end"),
    /** A reply that is not msgpack but text. */
    ACKNOWLEDGEMENT("acknowledgement"),
    /** Nothing that belongs to this wire. */
    UNKNOWN("unknown");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in lower case words. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * Copies the map.
   *
   * @param kind what it is, as far as can be told
   * @param size its length in bytes
   * @param details what it holds, by name, in the order of the wire: plain values, null among them
   * @param problem what is wrong with it; empty if nothing is
   */
  public PartInspection {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** One line for a person. */
  @Override
  public String toString() {
    return kind
        + ", "
        + size
        + " bytes"
        + (details.isEmpty() ? "" : ", " + PlainText.of(details))
        + problem.map(words -> ": PROBLEM: " + words).orElse("");
  }
}
