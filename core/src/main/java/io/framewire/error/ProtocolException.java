package io.framewire.error;

/**
 * What arrived breaks the wire protocol: a malformed message, the wrong kind of answer, an
 * incompatible peer.
 */
public class ProtocolException extends FramewireException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   */
  public ProtocolException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   * @param cause what it came from
   */
  public ProtocolException(String message, Throwable cause) {
    super(message, cause);
  }
}
