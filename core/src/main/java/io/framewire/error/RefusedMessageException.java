package io.framewire.error;

/**
 * One message was refused as it arrived, for its form or its size, before it was read. The
 * connection is as good as before.
 */
public final class RefusedMessageException extends ProtocolException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   */
  public RefusedMessageException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   * @param cause what it came from
   */
  public RefusedMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
