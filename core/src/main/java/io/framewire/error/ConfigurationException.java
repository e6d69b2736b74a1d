package io.framewire.error;

/** An option, endpoint, pattern or choice of provider cannot work; nothing was started. */
public final class ConfigurationException extends FramewireException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   */
  public ConfigurationException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message one sentence for a person: what is wrong and what to do
   * @param cause what it came from
   */
  public ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
