package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.file.Clips;
import io.framewire.file.ImageFiles;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.opencv.OpenCv;
import io.framewire.spi.SourceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenCV's capture of an image sequence stands in for a camera, of which tests have none. */
class CaptureTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Place CAMERA = Place.of("0");

  @TempDir Path folder;

  @Test
  void capturedFramesAreWrittenIntoThePoolsMemory() {
    String pattern = Clips.sequence(folder, "img_%d.png", 3, 20, 30, 3);
    try (FramePool pool = new FramePool();
        Capture capture = capture(pattern)) {
      for (int step = 0; step < 3; step++) {
        try (Frame frame = capture.read(pool).orElseThrow();
            Frame original = Clips.picture(FramePool.unpooled(), step, 20, 30, 3)) {
          assertThat(frame.data()).isEqualTo(original.data());
        }
      }
      assertThat(pool.statistics().allocations()).isOne();
      assertThat(pool.statistics().lentBlocks()).isZero();
    }
  }

  @Test
  void frameOfAnotherSizeThanAnnouncedIsCopied() {
    Clips.sequence(folder, "img_%d.png", 2, 20, 30, 3);
    try (Frame larger = Clips.picture(FramePool.unpooled(), 1, 24, 40, 3)) {
      ImageFiles.write(larger, folder.resolve("img_1.png"));
      try (FramePool pool = new FramePool();
          Capture capture = capture(folder.resolve("img_%d.png").toString())) {
        capture.read(pool).orElseThrow().close();
        try (Frame frame = capture.read(pool).orElseThrow()) {
          assertThat(frame.shape()).containsExactly(24, 40, 3);
          assertThat(frame.data()).isEqualTo(larger.data());
        }
        assertThat(pool.statistics().lentBlocks()).isZero();
      }
    }
  }

  @Test
  void captureThatStopsIsAnError() {
    String pattern = Clips.sequence(folder, "img_%d.png", 1, 20, 30, 3);
    try (Capture capture = capture(pattern)) {
      capture.read(FramePool.unpooled()).orElseThrow().close();
      assertThatThrownBy(() -> capture.read(FramePool.unpooled()))
          .isInstanceOf(SourceException.class)
          .hasMessage("camera 0 stopped delivering: check that it is still plugged in");
    }
  }

  @Test
  void closedCaptureIsAtItsEnd() {
    String pattern = Clips.sequence(folder, "img_%d.png", 1, 20, 30, 3);
    Capture capture = capture(pattern);
    capture.close();
    capture.close();
    Optional<Frame> after = capture.read(FramePool.unpooled());
    assertThat(after).isEmpty();
  }

  @Test
  void deviceThatHangsIsAnErrorAfterTheTimeLimit() {
    CountDownLatch testIsOver = new CountDownLatch(1);
    try {
      assertThatThrownBy(
              () ->
                  Capture.open(
                      CAMERA,
                      Duration.ofMillis(50),
                      () -> {
                        awaitQuietly(testIsOver);
                        return new VideoCapture();
                      }))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("camera 0 delivered nothing for 0.05 s");
    } finally {
      testIsOver.countDown();
    }
  }

  @Test
  void deviceThatDoesNotOpenIsAnError() {
    OpenCv.load();
    assertThatThrownBy(() -> Capture.open(CAMERA, LIMIT, VideoCapture::new))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("cannot open 0: it is no camera");
  }

  @Test
  void missingCameraIsNamedWithThoseThatAreThere() throws IOException {
    Files.createFile(folder.resolve("video0"));
    Files.createFile(folder.resolve("video2"));
    assertThatThrownBy(() -> Cameras.requireDevice(Place.of("1"), folder))
        .isInstanceOf(SourceException.class)
        .hasMessage(
            "cannot open 1: no such camera: %1$s/video1 does not exist; there is %1$s/video0,"
                + " %1$s/video2",
            folder);
    Cameras.requireDevice(Place.of("2"), folder);
  }

  @Test
  void missingCameraIsAnErrorOfTheProvider() {
    SourceRequest request = new SourceRequest("987", Map.of("width", "640"));
    assertThatThrownBy(() -> new CameraSourceProvider().create(request))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("cannot open 987: ");
  }

  @Test
  void unknownOptionOfACameraIsRefused() {
    SourceRequest request = new SourceRequest("0", Map.of("threads", "2"));
    assertThatThrownBy(() -> new CameraSourceProvider().create(request))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("it has fps, height, timeout, width");
  }

  private static Capture capture(String pattern) {
    OpenCv.load();
    return Capture.open(CAMERA, LIMIT, () -> new VideoCapture(pattern, opencv_videoio.CAP_IMAGES));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
