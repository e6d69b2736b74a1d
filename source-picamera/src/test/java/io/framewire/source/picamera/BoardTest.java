package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardTest {
  @TempDir Path folder;

  @Test
  void modelIsPi4jsOnARaspberryPi() throws IOException {
    assertThat(Board.model(model("Raspberry Pi 5 Model B Rev 1.0\0"), () -> Optional.of("Pi 5")))
        .contains("Pi 5");
  }

  @Test
  void modelIsTheDeviceTreesWherePi4jDoesNotKnowIt() throws IOException {
    assertThat(Board.model(model("Raspberry Pi 9\0"), Optional::empty)).contains("Raspberry Pi 9");
  }

  /** Pi4J is missing, or is a version for a newer Java. */
  @ParameterizedTest
  @ValueSource(classes = {NoClassDefFoundError.class, UnsupportedClassVersionError.class})
  void modelIsTheDeviceTreesWherePi4jDoesNotLoad(Class<? extends LinkageError> missing)
      throws Exception {
    LinkageError error = missing.getDeclaredConstructor().newInstance();
    assertThat(
            Board.model(
                model("Raspberry Pi 4 Model B\0"),
                () -> {
                  throw error;
                }))
        .contains("Raspberry Pi 4 Model B");
  }

  @Test
  void pi4jIsNotAskedOnAnotherMachine() throws IOException {
    assertThat(Board.model(model("Radxa ROCK 5B\0"), () -> fail("asked"))).isEmpty();
    assertThat(Board.model(folder.resolve("none"), () -> fail("asked"))).isEmpty();
  }

  @Test
  void pi4jCanBeAsked() {
    // on a machine that is no Raspberry Pi it knows no board
    Optional<String> here = Board.model();
    assertThat(Pi4jBoard.model()).isEqualTo(here.isEmpty() ? Optional.empty() : here);
  }

  private Path model(String text) throws IOException {
    return Files.writeString(folder.resolve("model"), text);
  }
}
