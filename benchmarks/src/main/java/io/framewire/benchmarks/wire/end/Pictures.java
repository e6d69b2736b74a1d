package io.framewire.benchmarks.wire.end;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** What a sender sends: a few prepared pictures; each is stamped just before it goes. */
final class Pictures {
  private static final long SILENCE_NANOS = 60_000_000_000L;

  private final ByteBuffer[] ring;
  private final Pace pace;
  private final Watch watch;
  private final long limit;
  private final boolean noted;
  private final Digests digests = new Digests();
  private long number;

  Pictures(EndOptions options) {
    this.ring = new ByteBuffer[options.pictures()];
    this.pace = new Pace(options.rate());
    this.limit = options.limit();
    this.noted = options.digest() > 0;
    this.watch = new Watch(options);
    Random random = new Random(options.width());
    byte[] picture = new byte[options.frameBytes()];
    for (int slot = 0; slot < ring.length; slot++) {
      random.nextBytes(picture);
      ring[slot] = ByteBuffer.allocateDirect(picture.length).put(picture).rewind();
      Stamp.markFilled(ring[slot]);
    }
  }

  /** Waits until the next frame is due; for good once there were enough. */
  void awaitNext() {
    while (number >= limit) {
      LockSupport.parkNanos(SILENCE_NANOS);
    }
    pace.await();
  }

  /** One of the prepared pictures, stamped. */
  ByteBuffer next() {
    ByteBuffer picture = ring[(int) (number % ring.length)];
    stamp(picture);
    return picture;
  }

  /** Puts a picture into memory that has none yet, and stamps it. */
  void ready(ByteBuffer memory) {
    if (!Stamp.isFilled(memory)) {
      memory.duplicate().put(ring[(int) (number % ring.length)].duplicate());
    }
    stamp(memory);
  }

  /** Stamps a picture that is there already. */
  void stamp(ByteBuffer picture) {
    Stamp.write(picture, number);
    if (noted) {
      digests.add(number, picture);
    } else {
      watch.sent();
    }
    number++;
  }

  /** What was sent, as JSON. */
  String digests() {
    return digests.json();
  }
}
