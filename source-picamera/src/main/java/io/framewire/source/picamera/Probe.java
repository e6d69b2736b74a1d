package io.framewire.source.picamera;

import io.framewire.error.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Learns how a camera lays its pictures out, by taking a single one: nothing in it tells, but its
 * length does.
 */
final class Probe implements CameraProcess.Drain {
  private static final int CHUNK = 1 << 16;

  private final CameraSettings settings;
  private final CompletableFuture<OptionalInt> ended = new CompletableFuture<>();
  private long bytes;

  private Probe(CameraSettings settings) {
    this.settings = settings;
  }

  static Layout layout(Tool tool, CameraSettings settings) {
    Probe probe = new Probe(settings);
    try (CameraProcess process =
        CameraProcess.start(tool, settings.once(), settings.camera(), probe)) {
      return probe.await(process);
    }
  }

  private Layout await(CameraProcess process) {
    OptionalInt exitStatus = awaitEnd(process);
    if (bytes == 0 || !exitStatus.equals(OptionalInt.of(0))) {
      throw Problems.ended(settings.camera(), process, exitStatus, 0, 0);
    }
    Optional<ToolLog.Size> given = process.log().configured(Duration.ZERO);
    ToolLog.Size asked = new ToolLog.Size(settings.width(), settings.height());
    if (given.isPresent() && !given.get().equals(asked) && !settings.autoAlign()) {
      throw Problems.otherSize(settings.camera(), asked, given.get());
    }
    return layout(given.orElse(asked));
  }

  private Layout layout(ToolLog.Size size) {
    long rowsOfBothKinds = 3L * (size.height() / 2);
    long rowBytes = bytes / rowsOfBothKinds;
    boolean possible =
        bytes % rowsOfBothKinds == 0
            && rowBytes % 2 == 0
            && rowBytes >= size.width()
            && rowBytes < 2L * size.width();
    if (!possible) {
      throw Problems.noPicture(settings.camera(), settings, bytes);
    }
    return new Layout(size.width(), size.height(), (int) rowBytes);
  }

  private OptionalInt awaitEnd(CameraProcess process) {
    Duration limit = settings.slowestStart();
    try {
      return ended.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silent) {
      throw Problems.silent(settings.camera(), limit, process);
    } catch (ExecutionException impossible) {
      throw impossible.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SourceException("opening the camera was interrupted: open it again", interrupted);
    }
  }

  @Override
  public void drain(ReadableByteChannel output, CameraProcess from) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (int read = 0; read >= 0; read = output.read(chunk.clear())) {
      bytes += read;
    }
  }

  @Override
  public void ended(CameraProcess from, OptionalInt exitStatus) {
    ended.complete(exitStatus);
  }

  @Override
  public void lost(CameraProcess from) {
    ended.completeExceptionally(
        Problems.unplugged(settings.camera(), "the camera tool lost it", from));
  }
}
