package io.framewire.source.opencv;

import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FPS;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_COUNT;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_HEIGHT;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_WIDTH;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_POS_FRAMES;

import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.opencv.Mats;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceInfo;
import io.framewire.spi.SourceRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;

/**
 * A camera or file through OpenCV. Everything that touches the driver runs on a thread of the
 * camera's own, which holds no frame's memory; the reader waits for it for a limited time, and
 * copies the picture that it was handed, which stays as it is until the next read.
 */
final class Capture implements FrameSource {
  private final Place place;
  private final CameraThread thread;
  private final Lease lease = new Lease(this::free);
  private VideoCapture capture;
  private Mat picture;
  private volatile Optional<ColorSpace> colorSpace;
  private volatile SourceInfo info = SourceInfo.UNKNOWN;
  private volatile CompletableFuture<Boolean> waiting = CompletableFuture.completedFuture(true);

  private Capture(Place place, Duration limit, Optional<ColorSpace> colorSpace) {
    this.place = place;
    this.colorSpace = colorSpace;
    this.thread = new CameraThread(place, limit);
  }

  /** Opens it on its own thread; the supplier gives a capture that is open or not. */
  static Capture open(
      Place place,
      Duration limit,
      Optional<ColorSpace> colorSpace,
      CaptureProperties properties,
      Supplier<VideoCapture> opener) {
    Capture source = new Capture(place, limit, colorSpace);
    try {
      source.open(opener, properties);
      return source;
    } catch (RuntimeException failure) {
      source.close();
      throw failure;
    }
  }

  private void open(Supplier<VideoCapture> opener, CaptureProperties properties) {
    boolean opened =
        await(
            () -> {
              capture = opener.get();
              picture = new Mat();
              if (capture.isOpened()) {
                describe(properties.ask(place, capture));
              }
              return capture.isOpened();
            });
    if (!opened) {
      throw Problems.cannotOpen(
          place,
          isCamera()
              ? "it is no camera, or another program uses it: see v4l2-ctl --list-devices"
              : "this backend of OpenCV cannot read it: leave out the option backend");
    }
  }

  private void describe(Map<String, String> facts) {
    double rate = capture.get(CAP_PROP_FPS);
    SourceInfo known =
        SourceInfo.UNKNOWN
            .withLive(isCamera())
            .withSize(announced(CAP_PROP_FRAME_WIDTH), announced(CAP_PROP_FRAME_HEIGHT))
            .withMetadata(Backend.OPTION, capture.getBackendName().getString().replace("\0", ""));
    if (rate > 0) {
      known = known.withFramesPerSecond(rate);
    }
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      known = known.withMetadata(fact.getKey(), fact.getValue());
    }
    info = known;
  }

  private int announced(int side) {
    return Math.max(1, (int) capture.get(side));
  }

  private boolean isCamera() {
    return place.kind() == Place.Kind.CAMERA;
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    return lease.use(() -> next(pool), Optional::empty);
  }

  private Optional<Frame> next(FramePool pool) {
    boolean captured = await(this::capture);
    if (lease.ended() || !captured) {
      return Optional.empty();
    }
    Frame frame = Mats.copy(picture, pool);
    if (info.width().orElse(0) != frame.dimension(1)
        || info.height().orElse(0) != frame.dimension(0)) {
      info = info.withSizeOf(frame);
    }
    Optional<ColorSpace> wanted = colorSpace;
    return Optional.of(wanted.isPresent() ? wanted.get().convert(frame, pool) : frame);
  }

  /** Has the next picture, or is at the end; in one task, so that nothing is set in between. */
  private boolean capture() {
    if (atTheEnd() || !capture.grab()) {
      requireTheEnd();
      return false;
    }
    if (!capture.retrieve(picture)) {
      throw new SourceException(
          "camera " + place + " delivered a frame that cannot be decoded: try another size");
    }
    return true;
  }

  /** OpenCV would look for a picture more, and complain on standard error. */
  private boolean atTheEnd() {
    double count = isCamera() ? 0 : capture.get(CAP_PROP_FRAME_COUNT);
    return count > 0 && capture.get(CAP_PROP_POS_FRAMES) >= count;
  }

  private void requireTheEnd() {
    if (isCamera()) {
      throw new SourceException(
          "camera " + place + " stopped delivering: check that it is still plugged in");
    }
    double position = capture.get(CAP_PROP_POS_FRAMES);
    if (position < capture.get(CAP_PROP_FRAME_COUNT)) {
      throw Problems.corrupt(place, (long) position, "the next one cannot be decoded");
    }
  }

  private boolean await(Supplier<Boolean> task) {
    if (lease.ended()) {
      return false;
    }
    CompletableFuture<Boolean> result = thread.begin(task);
    waiting = result;
    return !lease.ended() && thread.await(result);
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public void set(String option, String value) {
    Settings settings = new Settings(new SourceRequest(place.location(), Map.of(option, value)));
    if (option.equals(FfmpegOptions.COLOR_SPACE)) {
      colorSpace = ColorSpace.of(value);
      return;
    }
    CaptureProperties properties = CaptureProperties.of(settings);
    if (properties.isEmpty()) {
      throw settings.refused(
          option, "it when the source is opened; only colorspace and CAP_PROP_… can be set later");
    }
    ask(properties, settings, option);
  }

  private void ask(CaptureProperties properties, Settings settings, String option) {
    Map<String, String> facts = thread.await(thread.begin(() -> properties.ask(place, capture)));
    String refused = facts.remove("refused");
    facts.forEach((name, given) -> info = info.withMetadata(name, given));
    if (refused != null) {
      throw settings.refused(option, "what it has: " + facts);
    }
  }

  @Override
  public boolean lasts(String option) {
    return !Position.isName(Settings.plain(option));
  }

  @Override
  public void close() {
    lease.end();
    waiting.complete(false);
  }

  private void free() {
    thread.end(
        () -> {
          if (capture != null) {
            capture.close();
            picture.close();
          }
        });
  }
}
