package io.framewire.spi;

/** Makes stabilizers. */
public interface StabilizerProvider extends Provider {
  /**
   * Makes a stabilizer with its own defaults for one stream.
   *
   * @return a stabilizer the caller closes
   */
  Stabilizer create();
}
