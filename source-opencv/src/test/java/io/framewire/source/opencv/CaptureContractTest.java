package io.framewire.source.opencv;

import io.framewire.file.Clips;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.tck.FrameSourceContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** OpenCV's capture of an image sequence stands in for a camera, of which tests have none. */
class CaptureContractTest extends FrameSourceContract {
  private static final int FRAMES = 6;

  @TempDir private static Path folder;

  @BeforeAll
  static void paint() {
    Clips.sequence(folder, "img_%d.png", FRAMES, 20, 30, 3);
  }

  @Override
  protected FrameSourceProvider provider() {
    return new CameraSourceProvider();
  }

  @Override
  protected String location() {
    return folder.resolve("img_%d.png").toString();
  }

  @Override
  protected Map<String, String> options() {
    return Map.of(Backend.OPTION, "CAP_IMAGES");
  }

  @Override
  protected String badLocation() {
    return folder.resolve("none_%d.png").toString();
  }

  @Override
  protected OptionalInt frames() {
    return OptionalInt.of(FRAMES);
  }
}
