package io.framewire.internal;

/** Threads that never keep the program alive. */
public final class Daemon {
  private Daemon() {}

  /**
   * Runs work on a thread of its own.
   *
   * @param name the thread's name
   * @param work what to do
   * @return the thread, which runs
   */
  public static Thread run(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
