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
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenCV's capture of an image sequence stands in for a camera, of which tests have none. */
class CaptureTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Place CAMERA = Place.of("0");
  private static final int SEQUENCE = 60;

  @TempDir Path folder;

  @Test
  void capturedFramesAreInThePoolsMemory() {
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
    assertThatThrownBy(() -> capture.set("CAP_PROP_POS_FRAMES", "0"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is closed");
    Optional<Frame> after = capture.read(FramePool.unpooled());
    assertThat(after).isEmpty();
  }

  @Test
  void settingWhileClosingIsRefusedInWords() {
    CameraThread thread = new CameraThread(CAMERA, LIMIT);
    thread.end(() -> {});
    assertThatThrownBy(() -> thread.begin(() -> true))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("source 0 is closed: open it anew");
  }

  /** Whatever touches the driver is asked which thread it runs on. */
  @Test
  void onlyOneThreadTouchesTheDriver() {
    String pattern = Clips.sequence(folder, "img_%d.png", 5, 20, 30, 3);
    OpenCv.load();
    Set<String> threads = ConcurrentHashMap.newKeySet();
    try (Capture capture =
        Capture.open(
            Place.of(pattern),
            LIMIT,
            Optional.empty(),
            CaptureProperties.of(new Settings(new SourceRequest(pattern, Map.of()))),
            () -> new Watched(pattern, threads))) {
      capture.read(FramePool.unpooled()).orElseThrow().close();
      capture.set("CAP_PROP_POS_FRAMES", "4");
      capture.read(FramePool.unpooled()).orElseThrow().close();
      Optional<Frame> afterTheLast = capture.read(FramePool.unpooled());
      assertThat(afterTheLast).isEmpty();
    }
    assertThat(threads).containsExactly("framewire-camera-file");
  }

  @Test
  void propertiesCanBeSetWhileAnotherThreadReads() {
    String pattern = Clips.sequence(folder, "img_%d.png", SEQUENCE, 20, 30, 3);
    try (FramePool pool = new FramePool();
        Capture capture = capture(pattern)) {
      CompletableFuture<Void> setting =
          CompletableFuture.runAsync(
              () -> {
                for (int round = 0; round < SEQUENCE / 2; round++) {
                  capture.set("CAP_PROP_POS_FRAMES", String.valueOf(round % 4));
                }
              });
      int reads = 0;
      while (!setting.isDone() || reads < 4) {
        try (Frame frame = capture.read(pool).orElseThrow()) {
          assertThat(frame.shape()).containsExactly(20, 30, 3);
          reads++;
        }
        if (reads % (SEQUENCE / 4) == 0) {
          capture.set("CAP_PROP_POS_FRAMES", "0");
        }
      }
      setting.join();
    }
  }

  @Test
  void deviceThatHangsIsAnErrorAfterTheTimeLimit() {
    CountDownLatch testIsOver = new CountDownLatch(1);
    try {
      assertThatThrownBy(
              () ->
                  open(
                      Map.of(),
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
    assertThatThrownBy(() -> open(Map.of(), LIMIT, VideoCapture::new))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("cannot open 0: it is no camera");
  }

  @Test
  void propertiesAreSetAndReadBackAndRefusalsReported() {
    String pattern = Clips.sequence(folder, "img_%d.png", 5, 20, 30, 3);
    Map<String, String> asked = Map.of("CAP_PROP_POS_FRAMES", "3", "CAP_PROP_BRIGHTNESS", "7");
    try (Capture capture = capture(pattern, asked)) {
      assertThat(capture.info().metadata())
          .containsEntry("CAP_PROP_POS_FRAMES", "3")
          .containsEntry("CAP_PROP_BRIGHTNESS", "0")
          .containsEntry("refused", "CAP_PROP_BRIGHTNESS=7");
      try (Frame frame = capture.read(FramePool.unpooled()).orElseThrow();
          Frame original = Clips.picture(FramePool.unpooled(), 3, 20, 30, 3)) {
        assertThat(frame.data()).isEqualTo(original.data());
      }
    }
  }

  @Test
  void propertiesCanBeSetLaterWhereARefusalIsAnError() {
    String pattern = Clips.sequence(folder, "img_%d.png", 5, 20, 30, 3);
    try (Capture capture = capture(pattern)) {
      capture.set("CAP_PROP_POS_FRAMES", "4");
      assertThat(capture.info().metadata()).containsEntry("CAP_PROP_POS_FRAMES", "4");
      assertThatThrownBy(() -> capture.set("CAP_PROP_BRIGHTNESS", "7"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("CAP_PROP_BRIGHTNESS of source 0 is \"7\": use what it has");
      assertThatThrownBy(() -> capture.set("timeout", "7"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("when the source is opened");
      capture.set("colorspace", "COLOR_BGR2GRAY");
      try (Frame frame = capture.read(FramePool.unpooled()).orElseThrow()) {
        assertThat(frame.shape()).containsExactly(20, 30);
      }
    }
  }

  @Test
  void unknownPropertyIsRefusedWithTheNearestNames() {
    SourceRequest request = new SourceRequest("0", Map.of("CAP_PROP_BRIGTHNESS", "3"));
    assertThatThrownBy(() -> new CameraSourceProvider().create(request))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("did you mean CAP_PROP_BRIGHTNESS");
  }

  @ParameterizedTest
  @CsvSource({
    "width,6.5,use a whole number",
    "CAP_PROP_BRIGHTNESS,many,use a number",
    "fps,0,use 1 to"
  })
  void impossibleValuesAreRefused(String name, String value, String words) {
    SourceRequest request = new SourceRequest("0", Map.of(name, value));
    assertThatThrownBy(() -> new CameraSourceProvider().create(request))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(words);
  }

  @Test
  void infoOfACameraSaysThatItIsLive() {
    String pattern = Clips.sequence(folder, "img_%d.png", 1, 20, 30, 3);
    try (Capture capture = capture(pattern)) {
      assertThat(capture.info().live()).isTrue();
      assertThat(capture.info().width()).hasValue(30);
      assertThat(capture.info().height()).hasValue(20);
      assertThat(capture.info().metadata()).containsEntry("backend", "CV_IMAGES");
    }
  }

  @Test
  void backendForPicturesGivesThemAsTheyAre() {
    String pattern = Clips.sequence(folder, "img_%d.png", 3, 20, 30);
    try (FramePool pool = new FramePool();
        FrameSource source = FrameSources.open(pattern, Map.of("backend", "CAP_IMAGES"))) {
      assertThat(source.info().live()).isFalse();
      AtomicInteger step = new AtomicInteger();
      Reading.rest(
          source,
          pool,
          frame -> {
            try (Frame original =
                Clips.picture(FramePool.unpooled(), step.getAndIncrement(), 20, 30)) {
              assertThat(frame.shape()).containsExactly(20, 30);
              assertThat(frame.data()).isEqualTo(original.data());
            }
          });
      assertThat(step).hasValue(3);
    }
  }

  @Test
  void backendForPicturesNamesTheOneThatIsCorrupt() throws IOException {
    String pattern = Clips.sequence(folder, "img_%d.png", 3, 20, 30, 3);
    Path second = folder.resolve("img_1.png");
    Files.write(second, Arrays.copyOf(Files.readAllBytes(second), 40));
    assertThatThrownBy(() -> Reading.all(pattern, Map.of("backend", "CAP_IMAGES"), frame -> {}))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("is corrupt after frame 1: the next one cannot be decoded");
  }

  @Test
  void cameraCanBeFfmpegs() {
    for (Map<String, String> options :
        List.of(Map.of("backend", "CAP_FFMPEG"), Map.of("source_demuxer", "v4l2"))) {
      SourceRequest request = new SourceRequest("987", options);
      assertThat(new CameraSourceProvider().supports(request).supported()).isFalse();
      assertThat(new FfmpegSourceProvider().supports(request).supported()).isTrue();
      assertThatThrownBy(() -> FrameSources.open("987", options))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("no such camera: /dev/video987 does not exist");
    }
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
        .hasMessageContaining("it has backend, colorspace, fps, height, timeout, width");
  }

  private static Capture capture(String pattern) {
    OpenCv.load();
    return capture(pattern, Map.of());
  }

  private static Capture capture(String pattern, Map<String, String> options) {
    return open(options, LIMIT, () -> new VideoCapture(pattern, opencv_videoio.CAP_IMAGES));
  }

  private static Capture open(
      Map<String, String> options, Duration limit, Supplier<VideoCapture> opener) {
    Settings settings = new Settings(new SourceRequest("0", options));
    return Capture.open(CAMERA, limit, Optional.empty(), CaptureProperties.of(settings), opener);
  }

  /** Notes the threads that use it. */
  private static final class Watched extends VideoCapture {
    private final Set<String> threads;

    Watched(String pattern, Set<String> threads) {
      super(pattern, opencv_videoio.CAP_IMAGES);
      this.threads = threads;
    }

    @Override
    public boolean grab() {
      threads.add(Thread.currentThread().getName());
      return super.grab();
    }

    @Override
    public boolean retrieve(Mat image) {
      threads.add(Thread.currentThread().getName());
      return super.retrieve(image);
    }

    @Override
    public double get(int property) {
      threads.add(Thread.currentThread().getName());
      return super.get(property);
    }

    @Override
    public boolean set(int property, double value) {
      threads.add(Thread.currentThread().getName());
      return super.set(property, value);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
