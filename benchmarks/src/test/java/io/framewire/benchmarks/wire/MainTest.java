package io.framewire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private final CommandLine command =
      Main.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(errors));

  @ParameterizedTest
  @CsvSource({
    "--peers, netgaer, '\"netgaer\" is no peer: there are framewire,'",
    "--sizes, 640*480, '\"640*480\" is no size: write WIDTHxHEIGHT'",
    "--patterns, pairs, '\"pairs\" is no pattern here: there are pair,'",
    "--only, speed, '\"speed\" is nothing to measure: there are throughput,'",
    "--rounds, 0, '--rounds is 0: use 1 to 100'",
    "--seconds, 0, '--seconds is 0.0: use more than 0'",
    "--warmup, -1, '--warmup is -1.0: use 0 to 60'",
  })
  void refusesAnOptionAndSaysWhatThereIs(String option, String value, String words) {
    assertThat(command.execute(option + "=" + value)).isEqualTo(2);
    assertThat(errors.toString()).contains(words);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void measuresFramewireWithoutPython() {
    int code =
        command.execute(
            "--project=..",
            "--peers=framewire",
            "--patterns=pair",
            "--sizes=64x48",
            "--only=throughput",
            "--rounds=1",
            "--warmup=0.1",
            "--seconds=0.1");
    assertThat(errors.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(output.toString())
        .contains("### Throughput: PAIR, 64x48")
        .containsPattern("\\| Framewire \\| [1-9]\\d* \\| \\d");
  }
}
