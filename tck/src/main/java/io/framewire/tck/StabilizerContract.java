package io.framewire.tck;

/**
 * The contract of a {@link io.framewire.spi.Stabilizer} and its provider as tests. Extend it and
 * say what to test; one that holds back a fixed number of frames also says its {@link #delay}.
 *
 * <pre>{@code
 * class TripodTest extends StabilizerContract {
 *   protected StabilizerProvider provider() {
 *     return new TripodProvider();
 *   }
 * }
 * }</pre>
 *
 * <p>The rules: as many frames come out as went in, in their order, of the same shape and dtype;
 * what goes in is the stabilizer's to close, also when it refuses it or is closed itself; what
 * comes out is the caller's and stays as it is.
 */
public abstract class StabilizerContract extends StabilizerFrameRules {
  /** For subclasses. */
  protected StabilizerContract() {}
}
