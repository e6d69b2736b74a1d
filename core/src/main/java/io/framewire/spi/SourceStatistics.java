package io.framewire.spi;

/**
 * What happened at a source so far, all that it is made of together. Immutable.
 *
 * @param reconnects how often it was opened anew after it broke
 * @param dropped frames that were read and never yielded, because a newer one took their place
 */
public record SourceStatistics(long reconnects, long dropped) {
  /** Nothing happened. */
  public static final SourceStatistics NONE = new SourceStatistics(0, 0);

  /**
   * Both together.
   *
   * @param others what else happened
   * @return the sums
   */
  public SourceStatistics plus(SourceStatistics others) {
    return new SourceStatistics(reconnects + others.reconnects, dropped + others.dropped);
  }
}
