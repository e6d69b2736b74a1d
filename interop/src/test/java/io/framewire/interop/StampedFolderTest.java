package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampedFolderTest {
  @TempDir Path home;
  private int made;

  @Test
  void isFilledOnceForTheSameAndAnewForAnother() throws Exception {
    make("one");
    Path folder = make("one");
    assertThat(made).isEqualTo(1);
    assertThat(folder.resolve("1")).exists();

    make("two");
    assertThat(folder.resolve("1")).as("what the first left").doesNotExist();
    assertThat(folder.resolve("2")).exists();
  }

  @Test
  void isFilledAnewAfterAnInterruption() throws Exception {
    assertThatThrownBy(() -> new StampedFolder(home).make("one", this::breakOff))
        .isInstanceOf(IOException.class);
    Path folder = make("one");
    assertThat(folder.resolve("half")).doesNotExist();
    assertThat(folder.resolve("1")).exists();
  }

  private Path make(String from) throws IOException, InterruptedException {
    return new StampedFolder(home)
        .make(
            from,
            folder -> {
              Files.createDirectory(folder);
              Files.createFile(folder.resolve(String.valueOf(++made)));
            });
  }

  private void breakOff(Path folder) throws IOException {
    Files.createDirectory(folder);
    Files.createFile(folder.resolve("half"));
    throw new IOException("power cut");
  }
}
