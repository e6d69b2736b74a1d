package io.framewire.error;

/** The other side did not answer, or sent no frame, within the stream's timeout. */
public final class StreamTimeoutException extends FramewireException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   */
  public StreamTimeoutException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   * @param cause what it came from
   */
  public StreamTimeoutException(String message, Throwable cause) {
    super(message, cause);
  }
}
