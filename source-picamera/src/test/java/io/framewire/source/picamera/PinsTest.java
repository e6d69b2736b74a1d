package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Pi4J's mock provider: no pin of a real board was tried. */
class PinsTest {
  private static final int LIGHT = 17;
  private static final int TRIGGER = 27;

  @TempDir Path folder;

  private Context pi4j;

  @BeforeEach
  void start() {
    pi4j =
        Pi4J.newContextBuilder()
            .add(MockDigitalInputProvider.newInstance(), MockDigitalOutputProvider.newInstance())
            .build();
  }

  @AfterEach
  void stop() {
    pi4j.shutdown();
    Leftovers.requireNone();
  }

  @Test
  void lightIsOnWhileTheCameraRuns() {
    PiCameraSource camera = new StandIn(folder).camera().light(LIGHT).pi4j(pi4j).open();
    DigitalOutput light = pi4j.registry().get("framewire-light-17", DigitalOutput.class);
    assertThat(light.address().intValue()).isEqualTo(LIGHT);
    assertThat(light.state()).isEqualTo(DigitalState.HIGH);
    camera.change(settings -> settings.brightness(0.5));
    assertThat(light.state()).isEqualTo(DigitalState.HIGH);
    camera.close();
    assertThat(light.state()).isEqualTo(DigitalState.LOW);
    assertThat(pi4j.registry().exists("framewire-light-17")).isFalse();
    assertThat(pi4j.isShutdown()).as("the program's own Pi4J stays").isFalse();
  }

  @Test
  void lightGoesOutWhenTheCameraFreezes() {
    StandIn standIn = new StandIn(folder).behaves("mode=frozen before=2");
    try (PiCameraSource camera =
        standIn.camera().light(LIGHT).pi4j(pi4j).timeout(Duration.ofMillis(1100)).open()) {
      DigitalOutput light = pi4j.registry().get("framewire-light-17", DigitalOutput.class);
      assertThatThrownBy(() -> Reading.rest(camera)).isInstanceOf(SourceException.class);
      assertThat(light.state()).isEqualTo(DigitalState.LOW);
    }
  }

  @Test
  void failedOpeningFreesThePin() {
    StandIn standIn = new StandIn(folder).behaves("mode=busy");
    assertThatThrownBy(() -> standIn.camera().light(LIGHT).pi4j(pi4j).open())
        .isInstanceOf(SourceException.class);
    assertThat(pi4j.registry().exists("framewire-light-17")).isFalse();
  }

  @Test
  void pulseTakesOneFrame() throws Exception {
    try (PiCameraSource camera = new StandIn(folder).camera().trigger(TRIGGER).pi4j(pi4j).open()) {
      MockDigitalInput trigger =
          pi4j.registry().get("framewire-trigger-27", MockDigitalInput.class);
      for (int count = 0; count < 3; count++) {
        CompletableFuture<Integer> reading =
            CompletableFuture.supplyAsync(() -> Reading.level(camera));
        stillWaits(reading);
        pulse(trigger);
        assertThat(reading.get(5, TimeUnit.SECONDS)).isEqualTo(100);
      }
    }
  }

  @Test
  void pulsesAreNotLostWhileTheReaderIsBusy() {
    PiCameraSource camera = new StandIn(folder).camera().trigger(TRIGGER).pi4j(pi4j).open();
    MockDigitalInput trigger = pi4j.registry().get("framewire-trigger-27", MockDigitalInput.class);
    pulse(trigger);
    pulse(trigger);
    assertThat(Reading.level(camera)).isEqualTo(100);
    assertThat(Reading.level(camera)).isEqualTo(100);
    CompletableFuture<Optional<Frame>> third =
        CompletableFuture.supplyAsync(() -> camera.read(FramePool.unpooled()));
    stillWaits(third);
    camera.close();
    assertThat(third.join()).isEmpty();
  }

  @Test
  void cameraThatIsUnpluggedEndsTheWaitForAPulse() {
    StandIn standIn = new StandIn(folder).behaves("mode=lost before=2");
    try (PiCameraSource camera = standIn.camera().trigger(TRIGGER).pi4j(pi4j).open()) {
      assertThatThrownBy(() -> Reading.rest(camera))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("unplugged");
    }
  }

  @Test
  void pinThatIsInUseIsAnErrorThatSaysWhatToCheck() {
    try (PiCameraSource camera = new StandIn(folder).camera().light(LIGHT).pi4j(pi4j).open()) {
      assertThatThrownBy(() -> PiCameraSource.builder().light(LIGHT).pi4j(pi4j).open())
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("Pi4J cannot use the camera's light or trigger pin")
          .hasMessageContaining("BCM number");
      assertThat(Reading.level(camera)).isEqualTo(100);
    }
  }

  @Test
  void withoutAPluginTheErrorSaysWhatToAdd() {
    Context bare = Pi4J.newContext();
    try {
      assertThatThrownBy(() -> PiCameraSource.builder().light(LIGHT).pi4j(bare).open())
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("a plugin such as pi4j-plugin-gpiod");
    } finally {
      bare.shutdown();
    }
  }

  /** The mock plugin is on the class path, where Pi4J finds it by itself. */
  @Test
  void pi4jThatWasNotGivenIsMade() {
    StandIn standIn = new StandIn(folder);
    for (int count = 0; count < 2; count++) {
      try (PiCameraSource camera = standIn.camera().light(LIGHT).open()) {
        assertThat(Reading.level(camera)).isEqualTo(100);
      }
    }
  }

  @Test
  void pi4jThatWasMadeForTheCameraIsShutDownWithIt() {
    Pins pins = Pi4jPins.open(OptionalInt.of(LIGHT), OptionalInt.of(TRIGGER), pi4j, true);
    pins.light(true);
    pins.close();
    assertThat(pi4j.isShutdown()).isTrue();
  }

  @Test
  void missingPi4jIsAnErrorThatSaysWhatToAdd() {
    assertThat(Pins.missing(new NoClassDefFoundError("com/pi4j/Pi4J")))
        .hasMessageContaining("add com.pi4j:pi4j-core")
        .hasMessageContaining("2.8.0 (3.x needs Java 21)");
  }

  private static void pulse(MockDigitalInput trigger) {
    trigger.mockState(DigitalState.HIGH);
    trigger.mockState(DigitalState.LOW);
  }

  /** For ten frames of the stand-in. */
  private static void stillWaits(CompletableFuture<?> reading) {
    await()
        .during(Duration.ofMillis(200))
        .atMost(Duration.ofSeconds(2))
        .until(() -> !reading.isDone());
  }
}
