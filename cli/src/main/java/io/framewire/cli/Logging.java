package io.framewire.cli;

/** Sets the logging binding up, before the first logger is made. */
final class Logging {
  /** It says when something is unpacked, which is long to wait for in silence. */
  private static final String NATIVE_CODE = "io.framewire.opencv.NativeCode";

  private Logging() {}

  static void configure(boolean verbose) {
    System.setProperty("org.slf4j.simpleLogger.logFile", "System.err");
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "debug" : "warn");
    System.setProperty("org.slf4j.simpleLogger.log." + NATIVE_CODE, verbose ? "debug" : "info");
    System.setProperty("org.slf4j.simpleLogger.showThreadName", String.valueOf(verbose));
    System.setProperty("org.slf4j.simpleLogger.showLogName", "false");
    System.setProperty("org.slf4j.simpleLogger.showShortLogName", String.valueOf(verbose));
  }
}
