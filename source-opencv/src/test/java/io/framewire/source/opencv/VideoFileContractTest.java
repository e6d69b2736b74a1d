package io.framewire.source.opencv;

import io.framewire.file.Clips;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.tck.FrameSourceContract;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class VideoFileContractTest extends FrameSourceContract {
  private static final int FRAMES = 12;

  @TempDir private static Path folder;

  @BeforeAll
  static void film() {
    Clips.video(folder.resolve("clip.mp4"), FRAMES, 48, 64, 3);
  }

  @Override
  protected FrameSourceProvider provider() {
    return new FfmpegSourceProvider();
  }

  @Override
  protected String location() {
    return folder.resolve("clip.mp4").toString();
  }

  @Override
  protected String badLocation() {
    return folder.resolve("none.mp4").toString();
  }

  @Override
  protected OptionalInt frames() {
    return OptionalInt.of(FRAMES);
  }
}
