package io.framewire.source.screen;

import io.framewire.spi.FrameSourceProvider;
import io.framewire.tck.FrameSourceContract;

/** Where there is a display; without one, as in the build, what holds of the provider. */
class ScreenContractTest extends FrameSourceContract {
  @Override
  protected FrameSourceProvider provider() {
    return new ScreenSourceProvider();
  }

  @Override
  protected String location() {
    return "screen:";
  }

  @Override
  protected String badLocation() {
    return "screen:99";
  }
}
