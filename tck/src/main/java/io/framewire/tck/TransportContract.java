package io.framewire.tck;

/**
 * The contract of a {@link io.framewire.spi.Transport} and its provider as tests. Extend it and say
 * what to test; a transport that does not serve all patterns also says which {@link #patterns} it
 * does.
 *
 * <pre>{@code
 * class PigeonTest extends TransportContract {
 *   protected TransportProvider provider() {
 *     return new PigeonProvider();
 *   }
 *
 *   protected Endpoint endpoint() {
 *     return Endpoint.parse("pigeon://any-free-loft");
 *   }
 * }
 * }</pre>
 *
 * <p>The rules: messages come whole and in order, whichever end binds, and answers to who asked;
 * memory that was sent is not used again before it was read, and all of it comes back; every wait
 * ends with its timeout or the close; what is too large is never handed out; a close can be
 * repeated, gives what was sent its time to leave, and leaves no thread.
 */
public abstract class TransportContract extends TransportPlaceRules {
  /** For subclasses. */
  protected TransportContract() {}
}
