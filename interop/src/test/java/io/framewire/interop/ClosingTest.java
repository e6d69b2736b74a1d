package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.wire.Pattern;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How programs end. */
class ClosingTest {
  private static final Duration START_AND_END = Duration.ofSeconds(40);

  @ParameterizedTest
  @EnumSource
  void aProgramThatClosesNothingStillExits(Pattern pattern)
      throws IOException, InterruptedException {
    try (Child program =
        Child.run(
            JavaProgram.command(Unclosed.class, List.of(pattern.name())),
            PythonEnvironment.target(),
            START_AND_END)) {
      assertThat(program.exitCode()).as(program.tail()).isZero();
      assertThat(program.tail()).contains("the main method ends");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PUB_SUB", "PUSH_PULL"})
  void theEndReachesAReceiverThatDoesNotAnswer(Pattern pattern) throws IOException {
    String endpoint = FreePort.endpoint();
    try (Cli receive = Cli.receive(pattern, endpoint);
        Cli send = Cli.send(pattern, endpoint, "--frames=30")) {
      assertThat(send.exitCode()).as(send.tail()).isZero();
      assertThat(receive.exitCode()).as(receive.tail()).isZero();
      assertThat(receive.json()).containsEntry("ended", "terminated");
    }
  }

  @ParameterizedTest
  @MethodSource("signals")
  @EnabledOnOs(value = OS.LINUX, disabledReason = "GNU's env is needed")
  void aSignalEndsACommandInTimeWithItsReport(String signal, boolean sends)
      throws IOException, InterruptedException {
    try (SurvivorProcess other =
            new SurvivorProcess(
                List.of(
                    new KilledPeer(Pattern.PAIR, !sends, false).asSurvivor(FreePort.endpoint())));
        Cli command = Cli.signalled(sends, other.endpoint(0))) {
      other.awaitFrames(0, 5, Killing.LIMIT);
      long begun = System.nanoTime();
      signal(signal, command);
      command.exitCode();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
      assertThat(command.json()).containsEntry("ended", "closed");
      assertThat((Integer) command.json().get("frames")).isPositive();
    }
  }

  static Stream<Arguments> signals() {
    return Stream.of("INT", "TERM")
        .flatMap(signal -> Stream.of(true, false).map(sends -> Arguments.of(signal, sends)));
  }

  private static void signal(String name, Cli program) throws IOException, InterruptedException {
    Child.run(
            List.of("sh", "-c", "kill -" + name + " " + program.id()), Path.of("/"), START_AND_END)
        .close();
  }
}
