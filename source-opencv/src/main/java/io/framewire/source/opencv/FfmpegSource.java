package io.framewire.source.opencv;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.error.SourceException;
import io.framewire.ffmpeg.Ffmpeg;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.spi.SourceInfo;
import io.framewire.spi.SourceRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A file, image sequence, network stream or device, decoded by FFmpeg. */
final class FfmpegSource implements FrameSource {
  private final Place place;
  private final Interrupt interrupt;
  private final MediaInput input;
  private final VideoDecoder decoder;
  private final PixelConverter converter;
  private final Seeker seeker;
  private final boolean live;
  private final boolean bgr;
  private final int every;
  private final AtomicReference<Optional<Position>> wanted;
  private final Lease lease = new Lease(this::free);
  private volatile Optional<ColorSpace> colorSpace;
  private volatile SourceInfo info;
  private Optional<FramewireException> failure = Optional.empty();
  private boolean first = true;
  private boolean ended;

  private FfmpegSource(
      Place place,
      FfmpegOptions options,
      Interrupt interrupt,
      MediaInput input,
      VideoDecoder decoder,
      PixelConverter converter) {
    this.place = place;
    this.interrupt = interrupt;
    this.input = input;
    this.decoder = decoder;
    this.converter = converter;
    this.seeker = new Seeker(place, input, decoder);
    this.live = input.live();
    this.bgr = converter.target().isDefault();
    this.every = options.every();
    this.wanted = new AtomicReference<>(options.start());
    this.colorSpace = options.colorSpace();
    this.info = MediaInfo.of(input, decoder, converter);
  }

  static FfmpegSource open(Place place, FfmpegOptions options) {
    Interrupt interrupt = new Interrupt(options.openLimit());
    try {
      Ffmpeg.load();
      PixelFormat target = PixelFormat.of(options.frameFormat());
      MediaInput input = MediaInput.open(place, options, interrupt);
      FfmpegSource source = decode(place, options, target, interrupt, input);
      interrupt.limit(options.readLimit());
      return source;
    } catch (RuntimeException failure) {
      interrupt.close();
      throw failure;
    }
  }

  private static FfmpegSource decode(
      Place place,
      FfmpegOptions options,
      PixelFormat target,
      Interrupt interrupt,
      MediaInput input) {
    try {
      options.start().ifPresent(start -> requireAnEnd(place, input.live()));
      Turn turn = options.upright() ? Turn.of(input.video().codecpar()) : Turn.NONE;
      PixelConverter converter = new PixelConverter(place, turn, target);
      try {
        return decode(place, options, interrupt, input, converter);
      } catch (RuntimeException failure) {
        converter.close();
        throw failure;
      }
    } catch (RuntimeException failure) {
      input.close();
      throw failure;
    }
  }

  private static FfmpegSource decode(
      Place place,
      FfmpegOptions options,
      Interrupt interrupt,
      MediaInput input,
      PixelConverter converter) {
    VideoDecoder decoder = VideoDecoder.open(place, input, options);
    try {
      return new FfmpegSource(place, options, interrupt, input, decoder, converter);
    } catch (RuntimeException failure) {
      decoder.close();
      throw failure;
    }
  }

  private static void requireAnEnd(Place place, boolean live) {
    if (live) {
      throw new ConfigurationException(
          "source "
              + place
              + " is live and cannot be wound: leave out start and CAP_PROP_POS_MSEC, _FRAMES,"
              + " _AVI_RATIO");
    }
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    return lease.use(() -> next(pool), Optional::empty);
  }

  private Optional<Frame> next(FramePool pool) {
    failure.ifPresent(FfmpegSource::repeat);
    Optional<Position> position = wanted.getAndSet(Optional.empty());
    if (ended && position.isEmpty()) {
      return Optional.empty();
    }
    try {
      ended = !(position.isPresent() ? went(position.get()) : advanced());
      return ended ? Optional.empty() : Optional.of(frame(pool));
    } catch (SourceException | ConfigurationException broken) {
      if (lease.ended()) {
        return Optional.empty();
      }
      failure = Optional.of(broken);
      throw broken;
    }
  }

  private static void repeat(FramewireException earlier) {
    throw earlier instanceof ConfigurationException
        ? new ConfigurationException(earlier.getMessage(), earlier)
        : new SourceException(earlier.getMessage(), earlier);
  }

  private boolean went(Position position) {
    seeker.to(position);
    first = false;
    return true;
  }

  private boolean advanced() {
    int steps = first ? 1 : every;
    first = false;
    for (int step = 0; step < steps; step++) {
      if (!decoder.next()) {
        return false;
      }
    }
    return true;
  }

  private Frame frame(FramePool pool) {
    Frame frame = converter.convert(decoder.picture(), pool);
    if (converter.width() != info.width().orElse(0)
        || converter.height() != info.height().orElse(0)) {
      info = info.withSize(converter.width(), converter.height());
    }
    Optional<ColorSpace> wantedColors = colorSpace;
    return wantedColors.isPresent() ? wantedColors.get().convert(frame, pool) : frame;
  }

  @Override
  public SourceInfo info() {
    long damaged = decoder.damaged();
    return damaged == 0 ? info : info.withMetadata("corrupt_frames", String.valueOf(damaged));
  }

  @Override
  public void set(String option, String value) {
    Settings settings = new Settings(new SourceRequest(place.location(), Map.of(option, value)));
    if (option.equals(FfmpegOptions.COLOR_SPACE) && bgr) {
      colorSpace = ColorSpace.of(value);
    } else if (Position.of(settings).isPresent()) {
      requireAnEnd(place, live);
      wanted.set(Position.of(settings));
    } else {
      throw settings.refused(
          option,
          "it when the source is opened; while it runs, only start, CAP_PROP_POS_MSEC, _FRAMES,"
              + " _AVI_RATIO and, from bgr24, colorspace can be set");
    }
  }

  @Override
  public boolean lasts(String option) {
    return !Position.isName(Settings.plain(option));
  }

  @Override
  public void close() {
    interrupt.cancel();
    lease.end();
  }

  private void free() {
    converter.close();
    decoder.close();
    input.close();
    interrupt.close();
  }
}
