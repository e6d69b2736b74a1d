package io.framewire.source.picamera;

import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.tck.FrameSourceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A camera whose tool is the stand-in. */
class PiCameraContractTest extends FrameSourceContract {
  @TempDir private Path folder;

  private StandIn standIn;

  @BeforeEach
  void standIn() {
    standIn = new StandIn(folder);
  }

  @AfterEach
  void nothingIsLeft() {
    Leftovers.requireNone();
  }

  @Override
  protected FrameSourceProvider provider() {
    return new PiCameraSourceProvider();
  }

  @Override
  protected String location() {
    return "picamera:0";
  }

  @Override
  protected String badLocation() {
    return "picamera:usb";
  }

  @Override
  protected FrameSource open() {
    return standIn.camera().open();
  }

  @Override
  protected FrameSource openSlow() {
    return standIn.behaves("mode=frozen before=2").camera().open();
  }
}
