package io.framewire.web;

/** How many frames a second there were lately: over two seconds, or the last 128 frames. */
final class FrameRate {
  private static final long WINDOW_NANOS = 2_000_000_000L;
  private static final int MOST = 128;

  private final long[] times = new long[MOST];
  private long count;

  synchronized void frame() {
    times[(int) (count++ % MOST)] = System.nanoTime();
  }

  /** Frames a second; 0 where fewer than two came. */
  synchronized double now() {
    long now = System.nanoTime();
    long oldest = now;
    int frames = 0;
    while (frames < Math.min(count, MOST)) {
      long time = times[(int) ((count - 1 - frames) % MOST)];
      if (now - time > WINDOW_NANOS) {
        break;
      }
      oldest = time;
      frames++;
    }
    long span = frames < 2 ? 0 : times[(int) ((count - 1) % MOST)] - oldest;
    return span == 0 ? 0 : (frames - 1) * 1e9 / span;
  }
}
