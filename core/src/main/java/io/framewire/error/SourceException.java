package io.framewire.error;

/** A frame source could not be opened, or broke while it was read. */
public final class SourceException extends FramewireException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   */
  public SourceException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   * @param cause what it came from
   */
  public SourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
