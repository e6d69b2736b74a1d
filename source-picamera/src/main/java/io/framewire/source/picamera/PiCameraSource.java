package io.framewire.source.picamera;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Raspberry Pi camera. The camera tool runs as a process of its own, whose pictures a thread
 * reads as fast as they come; {@link #read} turns the newest into a frame, so that a slow reader
 * skips pictures rather than falling behind.
 *
 * <pre>{@code
 * try (PiCameraSource camera =
 *     PiCameraSource.builder().size(1280, 720).fps(30).hflip(true).open()) {
 *   Optional<Frame> frame = camera.read(pool);
 *   camera.change(settings -> settings.brightness(0.2));
 * }
 * }</pre>
 *
 * <p>Frames are read by one thread at a time; {@link #change} and {@link #close} may be called from
 * another. Needs Linux and the camera tool on the PATH.
 */
public final class PiCameraSource implements FrameSource {
  private static final Logger LOG = LoggerFactory.getLogger(PiCameraSource.class);

  private final ReentrantLock lifecycle = new ReentrantLock();
  private final Pins pins;
  private final LatestPicture latest;
  private final YuvConverter converter = new YuvConverter();
  private volatile CameraSettings settings;
  private volatile Optional<CameraProcess> running = Optional.empty();
  private volatile SourceInfo info = SourceInfo.UNKNOWN.withLive(true);

  private PiCameraSource(CameraSettings settings, Pins pins) {
    this.settings = settings;
    this.pins = pins;
    this.latest = new LatestPicture(settings.trigger().isPresent());
    pins.onPulse(latest::pulse);
  }

  /**
   * Begins to describe a camera.
   *
   * @return a builder with the camera tool's defaults: camera 0, 640x480, 30 frames a second, BGR
   */
  public static PiCameraBuilder builder() {
    return new PiCameraBuilder();
  }

  static PiCameraSource open(CameraSettings settings, Pins pins) {
    PiCameraSource source = new PiCameraSource(settings, pins);
    try {
      source.start(settings);
      source.latest.started();
      return source;
    } catch (RuntimeException failure) {
      source.close();
      throw failure;
    }
  }

  /**
   * Waits for the newest picture that was not read yet, or with a trigger for the first one that
   * arrives after the next pulse.
   *
   * @param pool where the frame's memory comes from
   * @return a frame of the {@link PixelFormat} asked for, which the caller owns and closes; empty
   *     once the source is closed or the camera tool was told by somebody else to end
   * @throws SourceException if the camera was unplugged, froze, or the camera tool broke; it says
   *     what the tool said last, and the same at every later call
   */
  @Override
  public Optional<Frame> read(FramePool pool) {
    CameraSettings now = settings;
    Optional<Picture> picture;
    try {
      picture = latest.take(now.silence(), () -> silent(now, now.silence()));
    } catch (SourceException failure) {
      stopUnlessRestarting();
      throw failure;
    }
    if (picture.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(converter.convert(picture.get(), settings.format(), pool));
    } finally {
      latest.giveBack(picture.get());
    }
  }

  /**
   * Changes settings while frames are read. The camera tool takes no changes, so but for the pixel
   * format it is started anew, which takes a second or two on a board; readers wait meanwhile.
   * Frames read after this returns were taken with the new settings. If the camera cannot be
   * started with them, it goes on with the old ones.
   *
   * @param changes sets what is to be different on a builder that has what is set now
   * @throws ConfigurationException if a value is impossible, or a pin was changed; nothing happened
   *     then
   * @throws SourceException if the camera did not start with the new settings, or is closed
   */
  public void change(Consumer<PiCameraBuilder> changes) {
    lifecycle.lock();
    try {
      CameraSettings before = settings;
      PiCameraBuilder builder = new PiCameraBuilder(before);
      changes.accept(builder);
      CameraSettings after = builder.settings();
      if (!after.light().equals(before.light()) || !after.trigger().equals(before.trigger())) {
        throw new ConfigurationException(
            "the options light and trigger of a running camera cannot be changed: open it anew");
      }
      if (latest.closed()) {
        throw new SourceException("the camera is closed: open it anew to change its settings");
      }
      if (running.isEmpty() || !after.sameProcess(before)) {
        restart(before, after);
      }
      settings = after;
    } finally {
      lifecycle.unlock();
    }
  }

  /**
   * The size and rate that the camera tool was told, which a camera in the dark may not keep.
   *
   * @return what is known
   */
  @Override
  public SourceInfo info() {
    return info;
  }

  /**
   * Does {@link #change} with one option.
   *
   * @param option as {@link PiCameraSourceProvider} lists them
   * @param value what it is to be
   * @throws ConfigurationException if there is no such option, or the value is impossible
   * @throws SourceException if the camera did not start with it, or is closed
   */
  @Override
  public void set(String option, String value) {
    change(camera -> camera.option(option, value));
  }

  private void restart(CameraSettings before, CameraSettings after) {
    latest.restart();
    stop();
    try {
      start(after);
    } catch (SourceException | ConfigurationException refused) {
      goBackTo(before, refused);
      throw refused;
    } finally {
      latest.started();
    }
  }

  private void goBackTo(CameraSettings before, RuntimeException refused) {
    try {
      start(before);
    } catch (SourceException broken) {
      refused.addSuppressed(broken);
      latest.giveUp(broken);
    }
  }

  private void start(CameraSettings wanted) {
    Tool tool = Tool.require(wanted.tool());
    try {
      Layout layout = layout(tool, wanted);
      CameraSettings sized = wanted.withSize(layout.width(), layout.height());
      PictureDrain drain = new PictureDrain(wanted.camera(), layout, latest);
      latest.expect(drain);
      running = Optional.of(CameraProcess.start(tool, sized.endlessly(), wanted.camera(), drain));
      awaitFrames(wanted);
      info = describe(tool, layout, wanted);
    } catch (SourceException failure) {
      stop();
      throw Problems.didNotStart(wanted.camera(), failure);
    }
    pins.light(true);
    LOG.debug("camera {} runs", wanted.camera());
  }

  private static SourceInfo describe(Tool tool, Layout layout, CameraSettings told) {
    return SourceInfo.UNKNOWN
        .withSize(layout.width(), layout.height())
        .withFramesPerSecond(told.fps())
        .withMetadata("backend", tool.file().getFileName().toString())
        .withLive(true);
  }

  private static Layout layout(Tool tool, CameraSettings wanted) {
    return wanted.mustBeProbed()
        ? Probe.layout(tool, wanted)
        : new Layout(wanted.width(), wanted.height(), wanted.width());
  }

  private void awaitFrames(CameraSettings wanted) {
    Duration limit = wanted.slowestStart();
    boolean arrived = latest.awaitFirst(limit, () -> silent(wanted, limit));
    if (!arrived) {
      throw new SourceException("camera " + wanted.camera() + " was closed while it was opened");
    }
    latest.warmUp(wanted.startDelay(), wanted.silence(), () -> silent(wanted, wanted.silence()));
  }

  private SourceException silent(CameraSettings wanted, Duration silence) {
    return Problems.silent(wanted.camera(), silence, running.orElseThrow());
  }

  /** A restart stops it anyway. */
  private void stopUnlessRestarting() {
    if (lifecycle.tryLock()) {
      try {
        stop();
      } finally {
        lifecycle.unlock();
      }
    }
  }

  private void stop() {
    if (running.isPresent()) {
      pins.light(false);
      running.get().close();
      running = Optional.empty();
    }
  }

  /**
   * Ends the camera tool and its threads, which takes up to five seconds where it does not obey,
   * and turns the status light off. Ends a {@link #read} that is waiting.
   */
  @Override
  public void close() {
    latest.close();
    lifecycle.lock();
    try (pins) {
      stop();
    } finally {
      lifecycle.unlock();
    }
  }
}
