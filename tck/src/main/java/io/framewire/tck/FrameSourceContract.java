package io.framewire.tck;

/**
 * The contract of a {@link io.framewire.spi.FrameSource} and its provider as tests. Extend it and
 * say what to test; a source that ends also says how many {@link #frames} it has, and one whose
 * reader waits where that is {@link #openSlow}.
 *
 * <pre>{@code
 * class WavesTest extends FrameSourceContract {
 *   protected FrameSourceProvider provider() {
 *     return new WavesProvider();
 *   }
 *
 *   protected String location() {
 *     return "waves:64x48";
 *   }
 *
 *   protected String badLocation() {
 *     return "waves:nowhere";
 *   }
 * }
 * }</pre>
 *
 * <p>The rules: every frame belongs to who read it, stays as it is and gives its memory back; the
 * end is empty and stays so; a close ends a read that waits, can be repeated and leaves no thread;
 * the provider takes its own places only, and refuses what it cannot open in one line that names
 * it.
 */
public abstract class FrameSourceContract extends SourcePlaceRules {
  /** For subclasses. */
  protected FrameSourceContract() {}
}
