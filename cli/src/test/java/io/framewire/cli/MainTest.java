package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void versionSaysNameVersionAndCommit() {
    assertThat(CliRun.of("--version").out())
        .matches("framewire \\d+\\.\\d+\\S* \\(commit \\S+\\)\\R");
  }

  @Test
  void helpNamesEveryCommandAndTheExitCodes() {
    assertThat(CliRun.of("--help").out())
        .contains(
            "send", "receive", "demo", "sources", "inspect", "Exit codes: 0 done, 2 bad usage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"send", "receive", "demo", "sources", "inspect"})
  void everyCommandHasHelp(String command) {
    CliRun run = CliRun.of(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: framewire " + command).doesNotContain("%%", "${");
  }

  @Test
  void sourcesListsEveryProviderAndWhetherItWorksHere() {
    CliRun run = CliRun.of("sources");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("test +available"))
        .anyMatch(line -> line.matches("ffmpeg +available"))
        .anyMatch(line -> line.matches("opencv +available"));
  }

  @Test
  void withoutACommandItSaysHowItIsUsed() {
    CliRun run = CliRun.of();

    assertThat(run.exitCode()).isEqualTo(Errors.USAGE);
    assertThat(run.err()).contains("framewire: Missing required subcommand");
  }
}
