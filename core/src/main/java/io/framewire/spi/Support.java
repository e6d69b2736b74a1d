package io.framewire.spi;

/**
 * A provider's answer to whether it can do something.
 *
 * @param supported whether it can
 * @param reason why not and what would help, in a few words; empty if it can
 */
public record Support(boolean supported, String reason) {
  private static final Support YES = new Support(true, "");

  /**
   * It can.
   *
   * @return the answer
   */
  public static Support yes() {
    return YES;
  }

  /**
   * It cannot.
   *
   * @param reason why not and what would help, in a few words
   * @return the answer
   */
  public static Support no(String reason) {
    return new Support(false, reason);
  }

  /**
   * It can under a condition.
   *
   * @param condition the condition
   * @param otherwise why not, where it does not hold
   * @return the answer
   */
  public static Support when(boolean condition, String otherwise) {
    return condition ? YES : no(otherwise);
  }
}
