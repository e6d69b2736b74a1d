package io.framewire.source.opencv;

import io.framewire.error.SourceException;

/** Decodes from somewhere else in a video. Used by one thread. */
final class Seeker {
  private static final double USUAL_RATE = 25;

  private final Place place;
  private final MediaInput input;
  private final VideoDecoder decoder;
  private final double rate;

  Seeker(Place place, MediaInput input, VideoDecoder decoder) {
    this.place = place;
    this.input = input;
    this.decoder = decoder;
    this.rate = input.rate().orElse(USUAL_RATE);
  }

  /** Decodes the first picture at or behind a position, where the decoder then stands. */
  void to(Position position) {
    double target = seconds(position);
    if (target > input.seconds().orElse(target) + 1) {
      throw beyondTheEnd(position);
    }
    double near = target + 0.5 / rate;
    boolean decoded = false;
    double from = target;
    for (double back = 1; ; back *= 2) {
      wind(from);
      decoded = decoder.next();
      if (from == 0 || decoded && decoder.seconds(rate) <= near) {
        break;
      }
      // not every format tells from where can be decoded
      from = Math.max(0, target - back);
    }
    while (decoded && decoder.seconds(rate) < target - 0.5 / rate) {
      decoded = decoder.next();
    }
    if (!decoded) {
      throw beyondTheEnd(position);
    }
  }

  private void wind(double from) {
    if (!input.seek(from)) {
      throw new SourceException(
          place + " cannot be wound to " + from + " s: leave out the option start");
    }
    decoder.flush();
  }

  private double seconds(Position position) {
    return switch (position.unit()) {
      case SECONDS -> position.value();
      case FRAMES -> position.value() / rate;
      case SHARE -> position.value() * input.seconds().orElse(0);
    };
  }

  private SourceException beyondTheEnd(Position position) {
    return new SourceException(
        place
            + " has no frame at "
            + position
            + (input.seconds().isPresent()
                ? ": it is " + input.seconds().getAsDouble() + " s long"
                : "")
            + "; begin earlier");
  }
}
