package io.framewire.tck;

/**
 * The contract of a {@link io.framewire.spi.Codec} and its provider as tests. Extend it and say
 * what to test; a wire that does not carry everything also says which {@link #dtypes}, {@link
 * #shapes} and {@link #values} it does, and one that compresses says so with {@link
 * #sendsElementsAsTheyAre} and {@link #alike}.
 *
 * <pre>{@code
 * class CborTest extends CodecContract {
 *   protected CodecProvider provider() {
 *     return new CborProvider();
 *   }
 * }
 * }</pre>
 *
 * <p>The rules: what one end says the other hears; a frame stays its owner's, and only the room in
 * front of it is written to, by one at a time; what arrived is the codec's to close; whatever
 * arrives is a message or a protocol error, never another exception or an error of the JVM.
 */
public abstract class CodecContract extends CodecHostileRules {
  /** For subclasses. */
  protected CodecContract() {}
}
