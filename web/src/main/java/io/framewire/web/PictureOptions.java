package io.framewire.web;

import io.framewire.error.ConfigurationException;

/** How frames become pictures. */
record PictureOptions(int quality, int maxWidth, double rate) {
  private static final int LEAST_WIDTH = 16;
  private static final int MOST_WIDTH = 16384;
  private static final double MOST_RATE = 1000;
  private static final double NANOS = 1e9;

  PictureOptions {
    if (quality < 1 || quality > 100) {
      throw new ConfigurationException(
          "quality is " + quality + ": use 1, small, to 100, good, for the pictures of the page");
    }
    if (maxWidth < LEAST_WIDTH || maxWidth > MOST_WIDTH) {
      throw new ConfigurationException(
          "maxWidth is " + maxWidth + ": use " + LEAST_WIDTH + " to " + MOST_WIDTH + " pixels");
    }
    if (!(rate > 0) || rate > MOST_RATE) {
      throw new ConfigurationException(
          "rate is " + rate + ": use more than 0 pictures a second, up to " + (int) MOST_RATE);
    }
  }

  long intervalNanos() {
    return (long) (NANOS / rate);
  }
}
