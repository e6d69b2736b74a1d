package io.framewire.web;

import static io.framewire.web.TestFrames.RED;
import static io.framewire.web.TestFrames.awaitNoThreads;
import static io.framewire.web.TestFrames.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.frame.Frame;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PictureFeedTest {
  private static final PictureOptions OPTIONS = new PictureOptions(75, 1280, 25);
  private static final long LIMIT = TimeUnit.SECONDS.toNanos(20);

  private final AtomicInteger tries = new AtomicInteger();
  private final PictureFeed feed = new PictureFeed("camera", OPTIONS, this::encoder);

  @AfterEach
  void everythingEnds() {
    feed.stop();
    awaitNoThreads();
  }

  /** As on a Java without its native part for JPEGs, twice. */
  private JpegEncoder encoder() {
    if (tries.incrementAndGet() <= 2) {
      throw new UnsatisfiedLinkError("no javajpeg");
    }
    return new JpegEncoder(OPTIONS);
  }

  @Test
  void picturesThatCannotBeMadeAreSaidToBeSoAndTriedAgainWithTheNextFrame() throws Exception {
    feed.join();
    for (int tried = 1; tried <= 2; tried++) {
      offer();
      int wanted = tried;
      await().until(() -> tries.get() == wanted && feed.situation().problem().isPresent());
      assertThat(feed.situation().problem())
          .contains("no picture could be made: java.lang.UnsatisfiedLinkError: no javajpeg");
      assertThat(feed.next(0, TimeUnit.MILLISECONDS.toNanos(150))).isEmpty();
      assertThat(tries).as("once for a frame").hasValue(tried);
      assertThat(feed.isClosed()).isFalse();
    }
    offer();
    Optional<Picture> picture = feed.next(0, LIMIT);
    assertThat(picture.orElseThrow().number()).isEqualTo(3);
    assertThat(feed.situation().problem()).isEmpty();
    offer();
    assertThat(feed.next(3, LIMIT)).isPresent();
    assertThat(tries).as("an encoder is kept").hasValue(3);
  }

  private void offer() {
    try (Frame frame = plain(8, 8, RED)) {
      feed.offer(frame);
    }
  }
}
