package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the stand-in refuses what the real tool's sources say it refuses, with its words. */
class StandInTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--colour red | unrecognised option '--colour'",
        "--fps 30 | unrecognised option '--fps'",
        "extra | too many positional options have been specified on the command line",
        "--width | the required argument for option '--width' is missing",
        "--width wide | the argument ('wide') for option '--width' is invalid",
        "--width 64.5 | the argument ('64.5') for option '--width' is invalid",
        "--framerate fast | the argument ('fast') for option '--framerate' is invalid",
        "--rotation 90 | transforms requiring transpose not supported",
        "--rotation 45 | illegal rotation value",
        "--awb moonlight | Invalid AWB mode: moonlight",
        "--exposure auto | Invalid exposure mode:auto",
        "--metering matrix2 | Invalid metering mode: matrix2",
        "--autofocus-mode on | Invalid AfMode:on",
        "--denoise on | Invalid denoise mode on",
        "--hdr on | Invalid HDR option provided: on",
        "--codec raw | unrecognised codec raw",
        "--mode large | Invalid mode",
        "--camera 1 | selected camera is not available",
      })
  void refusesWhatTheRealToolRefuses(String arguments, String words) throws Exception {
    Process process = run(arguments.split(" "));
    String said = new String(process.getErrorStream().readAllBytes()).strip();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(said).isEqualTo("ERROR: *** " + words + " ***");
    assertThat(process.exitValue()).isEqualTo(255);
  }

  /** Which is why these are refused in Java. */
  @ParameterizedTest
  @CsvSource({"--width,-5", "--framerate,0"})
  void takesWhatTheRealToolTakes(String option, String value) throws Exception {
    Process process = run("--codec", "yuv420", "--output", "-", "--frames", "1", option, value);
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void writesOneFrameAndEndsWhereToldSo() throws Exception {
    Process process = run("--codec", "yuv420", "--output", "-", "--frames", "1");
    assertThat(process.getInputStream().readAllBytes())
        .hasSize(StandIn.WIDTH * StandIn.HEIGHT * 3 / 2);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private Process run(String... arguments) throws Exception {
    StandIn standIn = new StandIn(folder);
    List<String> command = new ArrayList<>(List.of(standIn.tool().toString()));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).start();
  }
}
