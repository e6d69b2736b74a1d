package io.framewire.error;

/** A transport could not be opened, failed, or was used after it was closed. */
public final class TransportException extends FramewireException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   */
  public TransportException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   * @param cause what it came from
   */
  public TransportException(String message, Throwable cause) {
    super(message, cause);
  }
}
