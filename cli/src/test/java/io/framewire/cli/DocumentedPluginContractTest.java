package io.framewire.cli;

import io.framewire.spi.FrameSourceProvider;
import io.framewire.tck.FrameSourceContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** That the source which docs/plugins.md shows keeps the contract that the page tells of. */
class DocumentedPluginContractTest extends FrameSourceContract {
  @TempDir private static Path folder;
  private static PluginJar plugin;

  @BeforeAll
  static void build() throws IOException {
    plugin =
        PluginJar.open(
            PluginBuild.documented(folder), DocumentedPluginContractTest.class.getClassLoader());
  }

  @AfterAll
  static void close() {
    plugin.close();
  }

  @Override
  protected FrameSourceProvider provider() {
    try {
      return (FrameSourceProvider)
          plugin.loader().loadClass("waves.WavesProvider").getConstructor().newInstance();
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  protected boolean foundByServiceLoader() {
    return false;
  }

  @Override
  protected String location() {
    return "waves:64x48";
  }

  @Override
  protected String badLocation() {
    return "waves:wide";
  }
}
