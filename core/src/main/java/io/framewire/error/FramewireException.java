package io.framewire.error;

/**
 * The root of everything Framewire throws on purpose. Its message is one sentence that names the
 * value and the remedy; the subclasses are the cases a caller may want to handle differently.
 */
public class FramewireException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   */
  public FramewireException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   * @param cause what it came from
   */
  public FramewireException(String message, Throwable cause) {
    super(message, cause);
  }
}
