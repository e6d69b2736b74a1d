package io.framewire.source.picamera;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads whole pictures from a camera, and leaves the newest where the source's reader finds it. */
final class PictureDrain implements CameraProcess.Drain {
  private static final int CHUNK = 1 << 16;

  /** The line comes before the first picture, on the other pipe. */
  private static final Duration LINE_BEHIND = Duration.ofMillis(500);

  private final int camera;
  private final Layout layout;
  private final LatestPicture latest;
  private int begun;
  private boolean torn;
  private long pictures;

  PictureDrain(int camera, Layout layout, LatestPicture latest) {
    this.camera = camera;
    this.layout = layout;
    this.latest = latest;
  }

  @Override
  public void drain(ReadableByteChannel output, CameraProcess from) throws IOException {
    int bytes = layout.bytes();
    byte[] picture = latest.memory(bytes);
    while (true) {
      int read = output.read(ByteBuffer.wrap(picture, begun, Math.min(CHUNK, bytes - begun)));
      if (read < 0) {
        return;
      }
      if (pictures == 0 && begun == 0) {
        torn = hasOtherSize(from);
      }
      begun += read;
      if (begun == bytes && torn) {
        begun = 0;
      } else if (begun == bytes) {
        pictures++;
        begun = 0;
        picture = latest.leave(this, new Picture(picture, layout));
      }
    }
  }

  /** Pictures of another size than expected would be torn. */
  private boolean hasOtherSize(CameraProcess from) {
    ToolLog.Size wanted = new ToolLog.Size(layout.width(), layout.height());
    Optional<ToolLog.Size> given = from.log().configured(LINE_BEHIND);
    boolean other = given.isPresent() && !given.get().equals(wanted);
    if (other) {
      latest.fail(this, Problems.otherSize(camera, wanted, given.get()));
    }
    return other;
  }

  @Override
  public void ended(CameraProcess from, OptionalInt exitStatus) {
    boolean asAsked = begun == 0 && pictures > 0 && exitStatus.equals(OptionalInt.of(0));
    if (asAsked) {
      latest.end(this);
    } else {
      latest.fail(this, Problems.ended(camera, from, exitStatus, begun, layout.bytes()));
    }
  }

  @Override
  public void lost(CameraProcess from) {
    latest.fail(this, Problems.unplugged(camera, "the camera tool lost it", from));
  }
}
