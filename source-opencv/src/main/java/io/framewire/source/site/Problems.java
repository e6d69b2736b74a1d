package io.framewire.source.site;

import io.framewire.error.SourceException;
import io.framewire.spi.SourceRequest;
import java.util.Map;

/** Says what is wrong with a page or with yt-dlp, and what to do, in one line. */
final class Problems {
  static final String HOW_TO_GET =
      "get it with \"pip install yt-dlp\" or as Debian's package yt-dlp, or name the program with"
          + " the option yt_dlp";

  private static final int LONGEST_QUOTE = 300;

  private Problems() {}

  static SourceException cannotOpen(String page, String cause) {
    return new SourceException("cannot open " + shown(page) + ": " + cause);
  }

  static SourceException cannotOpen(String page, String cause, Throwable from) {
    return new SourceException("cannot open " + shown(page) + ": " + cause, from);
  }

  /** Without a password. */
  static String shown(String page) {
    return new SourceRequest(page, Map.of()).shown();
  }

  static String quoted(String line) {
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
  }
}
