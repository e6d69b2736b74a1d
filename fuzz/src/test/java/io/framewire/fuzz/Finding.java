package io.framewire.fuzz;

/** An outcome that no input may have. */
final class Finding extends AssertionError {
  private static final long serialVersionUID = 1;

  Finding(String what) {
    super(what);
  }

  Finding(String what, Throwable cause) {
    super(what, cause);
  }
}
