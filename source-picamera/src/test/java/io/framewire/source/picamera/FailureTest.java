package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.SourceException;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on real boards, played by the stand-in. */
class FailureTest {
  @TempDir Path folder;

  @AfterEach
  void nothingIsLeft() {
    Leftovers.requireNone();
  }

  @Test
  void frozenCameraIsAnErrorAfterTheTimeLimitThatQuotesTheTool() {
    StandIn standIn = new StandIn(folder).behaves("mode=frozen before=3");
    try (PiCameraSource camera = standIn.camera().timeout(Duration.ofMillis(1100)).open()) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> Reading.rest(camera))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("camera 0 was unplugged or froze: no frame came for 1.1 s")
          .hasMessageContaining("check that its cable")
          .hasMessageContaining("rpicam-vid said:")
          .hasMessageContaining("Device timeout detected, attempting a restart!!!");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
      Leftovers.requireNone();
      assertThatThrownBy(() -> Reading.rest(camera)).hasMessageContaining("no frame came for 1.1");
    }
  }

  @Test
  void theLineThatTheCameraIsGoneIsAnErrorAtOnce() {
    StandIn standIn = new StandIn(folder).behaves("mode=lost before=3");
    try (PiCameraSource camera = standIn.camera().timeout(Duration.ofSeconds(9)).open()) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> Reading.rest(camera))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("camera 0 was unplugged or froze: the camera tool lost it")
          .hasMessageContaining("Camera frontend has timed out!");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void shortTailIsAnError() {
    StandIn standIn = new StandIn(folder).behaves("mode=short before=3");
    try (PiCameraSource camera = standIn.camera().open()) {
      assertThatThrownBy(() -> Reading.rest(camera))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("rpicam-vid ended with exit status 0 in the middle of a frame")
          .hasMessageContaining("after 1000 of 12288 bytes");
    }
  }

  @Test
  void toolThatEndsWholeIsTheEndOfTheStream() {
    StandIn standIn = new StandIn(folder).behaves("mode=ended before=3");
    try (PiCameraSource camera = standIn.camera().open()) {
      assertThat(Reading.rest(camera)).isBetween(1, 3);
      assertThat(Reading.rest(camera)).isZero();
    }
  }

  @Test
  void toolThatBreaksIsAnErrorWithItsStatusAndWords() {
    StandIn standIn = new StandIn(folder).behaves("mode=crash before=3");
    try (PiCameraSource camera = standIn.camera().open()) {
      assertThatThrownBy(() -> Reading.rest(camera))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("camera 0 stopped: rpicam-vid ended with exit status 255")
          .hasMessageContaining("ERROR: *** failed to queue request ***");
    }
  }

  @Test
  void cameraThatAnotherProgramHoldsSaysSo() {
    assertDoesNotOpen(new StandIn(folder).behaves("mode=busy"))
        .hasMessageContaining("camera 0 failed to initialise: camera 0 is held by another program")
        .hasMessageContaining("fuser")
        .hasMessageContaining("failed to acquire camera /base");
  }

  @Test
  void cameraWhoseDeviceIsBusySaysSo() {
    assertDoesNotOpen(new StandIn(folder).behaves("mode=device-busy"))
        .hasMessageContaining("camera 0 is held by another program")
        .hasMessageContaining("Device or resource busy");
  }

  @Test
  void boardWithoutACameraSaysSoAndNamesTheRoadForUsbCameras() {
    assertDoesNotOpen(new StandIn(folder).behaves("cameras=0"))
        .hasMessageContaining("there is no camera: check its cable")
        .hasMessageContaining("framewire-source-opencv")
        .hasMessageContaining("no cameras available");
  }

  @Test
  void absentCameraIsNamed() {
    StandIn standIn = new StandIn(folder);
    assertThatThrownBy(() -> standIn.camera().camera(3).open())
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("camera 3 failed to initialise: there is no camera 3")
        .hasMessageContaining("\"framewire sources\" lists those found")
        .hasMessageContaining("USB camera");
  }

  @Test
  void cameraThatNeverDeliversIsAnErrorWhileItIsOpened() {
    StandIn standIn = new StandIn(folder).behaves("mode=silent");
    assertThatThrownBy(() -> standIn.camera().timeout(Duration.ofMillis(1001)).open())
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("camera 0 failed to initialise")
        .hasMessageContaining("no frame came for 11.001 s")
        .hasMessageContaining("rpicam-vid said nothing");
  }

  @Test
  void cameraThatFailsWhileItsPaddingIsLearntDoesNotOpen() {
    StandIn standIn = new StandIn(folder).behaves("mode=busy");
    assertThatThrownBy(() -> standIn.camera().size(100, 64).open())
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("failed to initialise")
        .hasMessageContaining("held by another program");
  }

  @Test
  void cameraThatGivesAnotherSizeIsAnErrorThatNamesIt() {
    StandIn standIn = new StandIn(folder).behaves("configured=256x144");
    assertThatThrownBy(() -> standIn.camera().open())
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("gives frames of 256x144, not the 128x64 asked for")
        .hasMessageContaining("auto_align_output_size");
  }

  @Test
  void framesThatAreNoYuv420AreAnError() {
    StandIn standIn = new StandIn(folder).frames(new byte[12_345]);
    assertThatThrownBy(() -> standIn.camera().size(100, 64).open())
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("wrote 12345 bytes for a frame of 100x64, which is no YUV420");
  }

  @Test
  void floodOfMessagesDoesNotStopTheFrames() {
    StandIn standIn = new StandIn(folder).behaves("mode=flood period=0");
    try (PiCameraSource camera = standIn.camera().open()) {
      for (int count = 0; count < 3; count++) {
        assertThat(Reading.level(camera)).isEqualTo(100);
      }
    }
  }

  @Test
  void messageWithoutAnEndTakesNoMemory() {
    StandIn standIn = new StandIn(folder).behaves("mode=endless-line before=1");
    try (PiCameraSource camera = standIn.camera().open()) {
      for (int count = 0; count < 3; count++) {
        assertThat(Reading.level(camera)).isEqualTo(100);
      }
    }
  }

  @Test
  void toolThatIsTooOldForAnOptionSaysWhatToDo() {
    StandIn standIn = new StandIn(folder);
    PiCameraBuilder builder = standIn.camera();
    builder.put("autofocus-window", 1);
    assertThatThrownBy(builder::open)
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("too old for an option: update it")
        .hasMessageContaining("unrecognised option '--autofocus-window'");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertDoesNotOpen(
      StandIn standIn) {
    return assertThatThrownBy(() -> standIn.camera().open())
        .isInstanceOf(SourceException.class)
        .hasMessageNotContaining("\n");
  }
}
