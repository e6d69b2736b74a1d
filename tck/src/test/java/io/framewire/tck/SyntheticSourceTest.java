package io.framewire.tck;

import io.framewire.source.TestSourceProvider;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import java.util.Map;

/** Core's own source, here because core's tests cannot depend on this kit. */
class SyntheticSourceTest extends FrameSourceContract {
  @Override
  protected FrameSourceProvider provider() {
    return new TestSourceProvider();
  }

  @Override
  protected String location() {
    return "test:16x12?fps=0";
  }

  @Override
  protected String badLocation() {
    return "test:0x12";
  }

  @Override
  protected FrameSource openSlow() {
    return provider().create(new SourceRequest("test:16x12?fps=0.5", Map.of()));
  }
}
