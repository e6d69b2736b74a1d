package io.framewire.wire;

import java.util.List;

/**
 * A message as a transport moves it: an ordered list of parts that arrive together or not at all.
 *
 * @param parts at least one
 */
public record Multipart(List<Part> parts) implements AutoCloseable {
  /**
   * Copies the list.
   *
   * @param parts at least one
   */
  public Multipart {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a message has at least one part");
    }
  }

  /**
   * A message of the given parts.
   *
   * @param parts at least one
   * @return the message
   */
  public static Multipart of(Part... parts) {
    return new Multipart(List.of(parts));
  }

  /**
   * The length of all parts together.
   *
   * @return bytes
   */
  public long size() {
    long size = 0;
    for (Part part : parts) {
      size += part.size();
    }
    return size;
  }

  /** Releases the memory of every part. */
  @Override
  public void close() {
    // without an iterator: this happens for every frame
    for (int index = 0; index < parts.size(); index++) {
      parts.get(index).close();
    }
  }
}
