package io.framewire.source.opencv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import io.framewire.error.SourceException;
import io.framewire.ffmpeg.Ffmpeg;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.IntPointer;

/** A file, image sequence or network stream, decoded by FFmpeg. */
final class FfmpegSource implements FrameSource {
  private final Interrupt interrupt;
  private final MediaInput input;
  private final VideoDecoder decoder;
  private final BgrConverter converter;
  private final Lease lease = new Lease(this::free);
  private Optional<SourceException> failure = Optional.empty();
  private boolean ended;

  private FfmpegSource(
      Interrupt interrupt, MediaInput input, VideoDecoder decoder, BgrConverter converter) {
    this.interrupt = interrupt;
    this.input = input;
    this.decoder = decoder;
    this.converter = converter;
  }

  static FfmpegSource open(Place place, Settings settings) {
    int threads = settings.whole("threads", 0, 64).orElse(0);
    Interrupt interrupt = new Interrupt(settings.timeout());
    try {
      Problems.requireReadable(place);
      Ffmpeg.load();
      MediaInput input = MediaInput.open(place, settings.text("format"), interrupt);
      return decode(place, threads, interrupt, input);
    } catch (RuntimeException failure) {
      interrupt.close();
      throw failure;
    }
  }

  private static FfmpegSource decode(
      Place place, int threads, Interrupt interrupt, MediaInput input) {
    try {
      VideoDecoder decoder = new VideoDecoder(place, input, threads);
      BgrConverter converter = new BgrConverter(place, turn(input.video().codecpar()));
      return new FfmpegSource(interrupt, input, decoder, converter);
    } catch (RuntimeException failure) {
      input.close();
      throw failure;
    }
  }

  private static Turn turn(AVCodecParameters parameters) {
    AVPacketSideData matrix =
        av_packet_side_data_get(
            parameters.coded_side_data(),
            parameters.nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null) {
      return Turn.NONE;
    }
    double counterclockwise = av_display_rotation_get(new IntPointer(matrix.data()));
    return Double.isNaN(counterclockwise)
        ? Turn.NONE
        : Turn.ofDegrees(-Math.round(counterclockwise));
  }

  @Override
  public Optional<Frame> read(FramePool pool) {
    return lease.use(() -> next(pool), Optional::empty);
  }

  private Optional<Frame> next(FramePool pool) {
    failure.ifPresent(
        earlier -> {
          throw new SourceException(earlier.getMessage(), earlier);
        });
    if (ended) {
      return Optional.empty();
    }
    interrupt.restart();
    try {
      ended = !decoder.next();
      return ended ? Optional.empty() : Optional.of(converter.convert(decoder.picture(), pool));
    } catch (SourceException broken) {
      if (lease.ended()) {
        return Optional.empty();
      }
      failure = Optional.of(broken);
      throw broken;
    }
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
