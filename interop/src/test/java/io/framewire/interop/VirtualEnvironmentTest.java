package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualEnvironmentTest {
  @Test
  void saysSoWhereThereIsNoSuchPython(@TempDir Path home) throws IOException {
    Path requirements = Files.writeString(home.resolve("requirements.txt"), "");
    assertThatThrownBy(() -> new VirtualEnvironment(home, "no-such-python", requirements).make())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such-python");
  }
}
