package io.framewire.guice;

/** Takes back what was made before something failed. */
final class Undo {
  private Undo() {}

  /** Closes it; if that fails too, the failure says so. */
  static void close(AutoCloseable made, Throwable failure) {
    try {
      made.close();
    } catch (Exception another) {
      failure.addSuppressed(another);
    }
  }
}
