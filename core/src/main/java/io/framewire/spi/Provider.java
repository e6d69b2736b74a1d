package io.framewire.spi;

/**
 * What all providers have in common. They keep no state; those that are found, rather than given by
 * the program, have a public constructor without arguments.
 */
public interface Provider {
  /**
   * The name it is chosen and reported by.
   *
   * @return a short word in lower case
   */
  String name();

  /**
   * Who goes first where several providers could serve: the highest number, then the lowest class
   * name.
   *
   * @return 0 for an ordinary provider
   */
  default int priority() {
    return 0;
  }

  /**
   * Whether it can work on this machine at all: its native code, tool or device is there. Must be
   * quick and must not throw for something missing.
   *
   * @return yes, or no with the reason and the remedy
   */
  default Support available() {
    return Support.yes();
  }
}
