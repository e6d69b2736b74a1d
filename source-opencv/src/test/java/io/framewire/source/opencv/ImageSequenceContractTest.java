package io.framewire.source.opencv;

import io.framewire.file.Clips;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.tck.FrameSourceContract;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class ImageSequenceContractTest extends FrameSourceContract {
  private static final int FRAMES = 6;

  @TempDir private static Path folder;

  @BeforeAll
  static void paint() {
    Clips.sequence(folder, "img_%03d.png", FRAMES, 20, 30, 3);
  }

  @Override
  protected FrameSourceProvider provider() {
    return new FfmpegSourceProvider();
  }

  @Override
  protected String location() {
    return folder.resolve("img_%03d.png").toString();
  }

  @Override
  protected String badLocation() {
    return folder.resolve("none_%03d.png").toString();
  }

  @Override
  protected OptionalInt frames() {
    return OptionalInt.of(FRAMES);
  }
}
