package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.framewire.source.picamera.PiCamera.Mode;
import io.framewire.spi.Support;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
  private static final Optional<String> PI = Optional.of("Raspberry Pi 5 Model B Rev 1.0");
  private static final Optional<String> NO_PI = Optional.empty();

  @TempDir Path folder;

  @AfterEach
  void nothingIsLeft() {
    Leftovers.requireNone();
  }

  @Test
  void camerasAreFoundWithTheirSensorsAndModes() {
    assertThat(CameraList.of(new Tool(new StandIn(folder).tool())))
        .containsExactly(
            new PiCamera(
                0,
                "imx708_wide",
                "4608x2592 10-bit RGGB",
                "/base/axi/pcie@1000120000/rp1/i2c@88000/imx708@1a",
                List.of(
                    new Mode("SRGGB10_CSI2P", 1536, 864, 120.13),
                    new Mode("SRGGB10_CSI2P", 2304, 1296, 56.03),
                    new Mode("SRGGB10_CSI2P", 4608, 2592, 14.35))),
            new PiCamera(
                1,
                "imx219",
                "3280x2464 10-bit RGGB",
                "/base/axi/pcie@1000120000/rp1/i2c@80000/imx219@10",
                List.of(
                    new Mode("SRGGB10_CSI2P", 640, 480, 206.65),
                    new Mode("SRGGB10_CSI2P", 1640, 1232, 83.7),
                    new Mode("SRGGB8", 640, 480, 206.65))));
  }

  @Test
  void camerasAreListedALineEach() {
    assertThat(lines("", PI))
        .containsExactly(
            "this is a Raspberry Pi 5 Model B Rev 1.0",
            "picamera:0 imx708_wide 4608x2592 10-bit RGGB: 1536x864 SRGGB10_CSI2P at 120.13 fps,"
                + " 2304x1296 SRGGB10_CSI2P at 56.03 fps, 4608x2592 SRGGB10_CSI2P at 14.35 fps",
            "picamera:1 imx219 3280x2464 10-bit RGGB: 640x480 SRGGB10_CSI2P at 206.65 fps,"
                + " 1640x1232 SRGGB10_CSI2P at 83.7 fps, 640x480 SRGGB8 at 206.65 fps");
  }

  @Test
  void aRaspberryPiWithoutACameraIsToldWhatToCheck() {
    assertThat(lines("list_mode=none", PI).get(1))
        .startsWith("rpicam-vid finds no camera: check its cable");
  }

  @Test
  void anotherMachineIsToldThatItIsNoRaspberryPi() {
    assertThat(lines("list_mode=none", NO_PI))
        .containsExactly("rpicam-vid finds no camera: this is no Raspberry Pi");
  }

  @Test
  void camerasInUseAreSaidToBe() {
    assertThat(lines("list_mode=busy", NO_PI))
        .singleElement()
        .asString()
        .startsWith("cameras cannot be listed: camera 0 is held by another program");
  }

  @Test
  void usbCamerasAreListedWithTheWayToOpenThem() throws IOException {
    Path devices = Files.createDirectories(folder.resolve("sys/class/video4linux"));
    Path usb = Files.createDirectories(folder.resolve("sys/devices/usb1/1-1/video4linux/video8"));
    Path isp = Files.createDirectories(folder.resolve("sys/devices/platform/isp/video0"));
    Files.createSymbolicLink(devices.resolve("video8"), usb);
    Files.createSymbolicLink(devices.resolve("video0"), isp);
    List<Path> found = UsbCameras.find(devices);
    assertThat(found).containsExactly(Path.of("/dev/video8"));
    Tool tool = new Tool(new StandIn(folder).behaves("list_mode=none").tool());
    assertThat(Discovery.lines(tool, NO_PI, found))
        .last()
        .asString()
        .isEqualTo("/dev/video8 is a USB camera: open it as /dev/video8, not as a picamera");
    assertThat(UsbCameras.hint(found))
        .contains("open it as /dev/video8 with framewire-source-opencv");
  }

  @Test
  void withoutVideoDevicesThereIsNoUsbCamera() {
    assertThat(UsbCameras.find(folder.resolve("none"))).isEmpty();
  }

  @Test
  void unknownFrameRatesAndPropertiesAreLeftOut() {
    List<PiCamera> cameras =
        CameraList.parse(
            List.of(
                "0 : ov5647 (/base/soc/i2c0mux)", "    Modes: 'SGBRG10' : 640x480 [nan fps - "));
    assertThat(cameras).singleElement().extracting(PiCamera::properties).isEqualTo("");
    assertThat(cameras.get(0).modes().get(0).fps()).isNaN();
  }

  @Test
  void toolIsFoundOnThePathByItsNewNameFirst() throws IOException {
    Path older = Files.createDirectories(folder.resolve("older"));
    Path newer = Files.createDirectories(folder.resolve("newer"));
    new StandIn(older, "libcamera-vid");
    assertThat(Tool.find("/nowhere:" + older + ":" + newer))
        .contains(new Tool(older.resolve("libcamera-vid")));
    new StandIn(newer);
    assertThat(Tool.find("/nowhere:" + older + ":" + newer))
        .contains(new Tool(newer.resolve("rpicam-vid")));
    assertThat(Tool.find("")).isEmpty();
  }

  @Test
  void olderNameServesAsWell() {
    new StandIn(folder, "libcamera-vid");
    try (PiCameraSource camera =
        PiCameraSource.builder()
            .tool(folder.resolve("libcamera-vid"))
            .size(StandIn.WIDTH, StandIn.HEIGHT)
            .open()) {
      assertThat(Reading.level(camera)).isEqualTo(100);
    }
  }

  @Test
  void missingToolIsSaidWithThePackageToInstallAndTheBoard() {
    Support here = Tool.available(Optional.empty(), () -> NO_PI);
    assertThat(here.supported()).isFalse();
    assertThat(here.reason())
        .contains("rpicam-vid is not on the PATH", "sudo apt install rpicam-apps")
        .endsWith("this is no Raspberry Pi");
    assertThat(Tool.available(Optional.empty(), () -> PI).reason())
        .endsWith("this is a " + PI.get());
    assertThat(Tool.available(Optional.of(new Tool(folder)), () -> fail("asked")))
        .isEqualTo(Support.yes());
  }

  private List<String> lines(String behaviour, Optional<String> board) {
    return Discovery.lines(
        new Tool(new StandIn(folder).behaves(behaviour).tool()), board, List.of());
  }
}
