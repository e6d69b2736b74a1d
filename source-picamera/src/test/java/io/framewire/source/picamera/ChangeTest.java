package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeTest {
  @TempDir Path folder;

  @AfterEach
  void nothingIsLeft() {
    Leftovers.requireNone();
  }

  @Test
  void controlIsChangedThroughARestartThatKeepsTheStreamGoing() throws Exception {
    StandIn standIn = new StandIn(folder);
    AtomicBoolean enough = new AtomicBoolean();
    try (PiCameraSource camera = standIn.camera().open()) {
      CompletableFuture<Integer> reading =
          CompletableFuture.supplyAsync(
              () -> {
                int frames = 0;
                for (; !enough.get(); frames++) {
                  assertThat(Reading.level(camera)).isEqualTo(100);
                }
                return frames;
              });
      for (double brightness : new double[] {0.25, 0.5, 0.75}) {
        camera.change(settings -> settings.brightness(brightness));
      }
      Reading.level(camera);
      enough.set(true);
      assertThat(reading.get(30, TimeUnit.SECONDS)).isPositive();
    }
    List<String> started = standIn.started();
    assertThat(started).hasSize(4);
    assertThat(started.get(0)).doesNotContain("--brightness");
    assertThat(started.get(3)).contains("--brightness 0.75");
  }

  @Test
  void optionIsSetByNameAndSizeAndRateAreReadable() {
    StandIn standIn = new StandIn(folder);
    try (PiCameraSource camera = standIn.camera().open()) {
      assertThat(camera.info().width()).hasValue(StandIn.WIDTH);
      assertThat(camera.info().height()).hasValue(StandIn.HEIGHT);
      assertThat(camera.info().live()).isTrue();
      camera.set("framerate", "17");
      assertThat(camera.info().framesPerSecond()).hasValue(17);
      assertThatThrownBy(() -> camera.set("colour", "red"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("colour");
      assertThatThrownBy(() -> camera.set("fps", "-3"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("-3");
    }
    assertThat(standIn.started().get(1)).contains("--framerate 17");
  }

  @Test
  void framesReadAfterAChangeWereTakenWithIt() {
    StandIn standIn = new StandIn(folder);
    try (PiCameraSource camera = standIn.camera().open()) {
      Reading.level(camera);
      standIn.frames(Yuv.grey(new Layout(StandIn.WIDTH, StandIn.HEIGHT, StandIn.WIDTH), 7));
      camera.change(settings -> settings.option("controls", "{\"ExposureValue\": -2.5}"));
      assertThat(Reading.level(camera)).isEqualTo(7);
    }
    assertThat(standIn.started().get(1)).contains("--ev -2.5");
  }

  @Test
  void pixelFormatIsChangedWithoutARestart() {
    StandIn standIn = new StandIn(folder);
    try (FramePool pool = new FramePool();
        PiCameraSource camera = standIn.camera().open()) {
      camera.change(settings -> settings.option("colorspace", "COLOR_BGR2GRAY"));
      try (Frame grey = camera.read(pool).orElseThrow()) {
        assertThat(grey.shape()).containsExactly(StandIn.HEIGHT, StandIn.WIDTH);
      }
      camera.change(settings -> settings.format(PixelFormat.BGR));
      try (Frame bgr = camera.read(pool).orElseThrow()) {
        assertThat(bgr.shape()).containsExactly(StandIn.HEIGHT, StandIn.WIDTH, 3);
      }
    }
    assertThat(standIn.started()).hasSize(1);
  }

  @Test
  void sizeCanBeChangedToo() {
    StandIn standIn = new StandIn(folder);
    try (FramePool pool = new FramePool();
        PiCameraSource camera = standIn.camera().open()) {
      Reading.level(camera);
      standIn.frames(Yuv.grey(new Layout(100, 66, 128), 9));
      camera.change(settings -> settings.size(100, 66));
      try (Frame frame = camera.read(pool).orElseThrow()) {
        assertThat(frame.shape()).containsExactly(66, 100, 3);
        assertThat(frame.data().get(0)).isEqualTo((byte) 9);
      }
    }
  }

  @Test
  void cameraGoesOnWithTheOldSettingsWhereItDoesNotStartWithTheNew() throws Exception {
    StandIn standIn = new StandIn(folder).behaves("refused='--gain 8'");
    AtomicBoolean enough = new AtomicBoolean();
    try (PiCameraSource camera = standIn.camera().gain(2).open()) {
      CompletableFuture<Integer> reading =
          CompletableFuture.supplyAsync(
              () -> {
                int frames = 0;
                for (; !enough.get(); frames++) {
                  Reading.level(camera);
                }
                return frames;
              });
      assertThatThrownBy(() -> camera.change(settings -> settings.gain(8)))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("failed to initialise")
          .hasMessageContaining("failed to start camera");
      assertThat(Reading.level(camera)).isEqualTo(100);
      enough.set(true);
      assertThat(reading.get(30, TimeUnit.SECONDS)).isPositive();
    }
    assertThat(standIn.started().get(2)).contains("--gain 2");
  }

  @Test
  void cameraThatDoesNotComeBackIsAnErrorForItsReader() {
    StandIn standIn = new StandIn(folder);
    try (PiCameraSource camera = standIn.camera().open()) {
      standIn.behaves("mode=busy");
      assertThatThrownBy(() -> camera.change(settings -> settings.gain(2)))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("held by another program");
      assertThatThrownBy(() -> Reading.rest(camera))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("held by another program");
      standIn.behaves("");
      camera.change(settings -> settings.gain(2));
      assertThat(Reading.level(camera)).isEqualTo(100);
    }
  }

  @Test
  void impossibleChangeIsRefusedAndChangesNothing() {
    StandIn standIn = new StandIn(folder);
    try (PiCameraSource camera = standIn.camera().open()) {
      assertThatThrownBy(() -> camera.change(settings -> settings.brightness(2)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("option brightness of the camera is \"2\": use -1 to 1");
      assertThatThrownBy(() -> camera.change(settings -> settings.light(17)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("light and trigger");
      assertThat(Reading.level(camera)).isEqualTo(100);
    }
    assertThat(standIn.started()).hasSize(1);
  }

  @Test
  void closedCameraCannotBeChanged() {
    PiCameraSource camera = new StandIn(folder).camera().open();
    camera.close();
    assertThatThrownBy(() -> camera.change(settings -> settings.gain(2)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("closed: open it anew");
  }
}
