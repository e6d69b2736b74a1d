package io.framewire.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends the pictures of a view, as MJPEG or one by one, to a number of browsers at once. Safe for
 * use by several threads.
 */
final class PicturePages {
  private static final String BOUNDARY = "framewire";
  private static final String HEAD = "--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\n\r\n";
  private static final byte[] FIRST = ascii(HEAD);

  /** Browsers show a picture when the head of the next one has come: it goes out at once. */
  private static final byte[] NEXT = ascii("\r\n" + HEAD);

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long DEFAULT_WAIT_MILLIS = 2000;
  private static final long MOST_WAIT_MILLIS = 10_000;

  private final int maxClients;
  private final Semaphore clients;

  PicturePages(int maxClients) {
    this.maxClients = maxClients;
    this.clients = new Semaphore(maxClients);
  }

  /** Picture after picture, until the browser leaves or the view is closed. */
  void video(PictureFeed feed, Answer answer) throws IOException, InterruptedException {
    look(feed, answer, () -> sendAll(feed, answer));
  }

  /**
   * One picture, of another frame than the one with the number {@code after}, if there is one
   * within {@code wait} milliseconds.
   */
  void picture(PictureFeed feed, Request request, Answer answer)
      throws IOException, InterruptedException, Request.BadRequest {
    long after = number(request, "after", 0);
    long wait = Math.min(MOST_WAIT_MILLIS, number(request, "wait", DEFAULT_WAIT_MILLIS));
    look(feed, answer, () -> sendOne(feed, after, TimeUnit.MILLISECONDS.toNanos(wait), answer));
  }

  private static long number(Request request, String name, long otherwise)
      throws Request.BadRequest {
    String text = request.parameter(name).orElse(String.valueOf(otherwise));
    if (!text.matches("\\d{1,18}")) {
      throw new Request.BadRequest(400, name + " is no whole number");
    }
    return Long.parseLong(text);
  }

  private void look(PictureFeed feed, Answer answer, Look look)
      throws IOException, InterruptedException {
    if (!clients.tryAcquire()) {
      answer.send(tooMany());
      return;
    }
    feed.join();
    try {
      look.run();
    } finally {
      feed.leave();
      clients.release();
    }
  }

  private Content tooMany() {
    return Content.words(
            503,
            maxClients + " pictures are being looked at already: close some, or raise maxClients")
        .with("Retry-After", "2");
  }

  private static void sendAll(PictureFeed feed, Answer answer)
      throws IOException, InterruptedException {
    answer.begin("multipart/x-mixed-replace; boundary=" + BOUNDARY);
    if (answer.isHead()) {
      return;
    }
    answer.write(FIRST);
    long seen = 0;
    while (!feed.isClosed()) {
      Optional<Picture> next = feed.next(seen, LOOK_NANOS);
      if (next.isPresent()) {
        seen = next.get().number();
        answer.write(next.get().jpeg());
        answer.write(NEXT);
      } else if (answer.isAbandoned()) {
        return;
      }
    }
  }

  private static void sendOne(PictureFeed feed, long after, long waitNanos, Answer answer)
      throws IOException, InterruptedException {
    Optional<Picture> next = feed.next(after, waitNanos);
    if (next.isPresent()) {
      answer.send(
          Content.of("image/jpeg", next.get().jpeg())
              .with("Picture-Number", String.valueOf(next.get().number())));
    } else {
      answer.send(Content.nothing());
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What one browser does while it is counted. */
  @FunctionalInterface
  private interface Look {
    void run() throws IOException, InterruptedException;
  }
}
