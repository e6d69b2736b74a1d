package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.wire.Pattern;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How programs end. */
class ClosingTest {
  /** The two seconds that a close may take, and as much again for the process. */
  private static final Duration CLOSED = Duration.ofSeconds(4);

  private static final Duration START_AND_END = Duration.ofSeconds(40);

  @Test
  void aProgramThatClosesNothingStillExits() throws IOException, InterruptedException {
    try (Child program =
        Child.run(
            JavaProgram.command(Unclosed.class, List.of()),
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

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "GNU's env is needed")
  void aSignalEndsACommandInTimeWithItsReport() throws IOException, InterruptedException {
    KilledPeer sending = new KilledPeer(Pattern.PAIR, true, false);
    KilledPeer receiving = sending.other();
    try (SurvivorProcess others =
            new SurvivorProcess(
                List.of(
                    sending.survivor(FreePort.endpoint()),
                    sending.survivor(FreePort.endpoint()),
                    receiving.survivor(FreePort.endpoint()),
                    receiving.survivor(FreePort.endpoint())));
        Cli send = Cli.signalled(true, others.endpoint(0));
        Cli sendToo = Cli.signalled(true, others.endpoint(1));
        Cli receive = Cli.signalled(false, others.endpoint(2));
        Cli receiveToo = Cli.signalled(false, others.endpoint(3))) {
      for (int stream = 0; stream < 4; stream++) {
        others.awaitFrames(stream, 5, Killing.LIMIT);
      }
      endsInTime("INT", send);
      endsInTime("TERM", sendToo);
      endsInTime("INT", receive);
      endsInTime("TERM", receiveToo);
    }
  }

  private static void endsInTime(String signal, Cli command)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    signal(signal, command);
    command.exitCode();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(CLOSED);
    assertThat(command.json()).containsEntry("ended", "closed");
    assertThat((Integer) command.json().get("frames")).isPositive();
  }

  private static void signal(String name, Cli program) throws IOException, InterruptedException {
    Child.run(
            List.of("sh", "-c", "kill -" + name + " " + program.id()), Path.of("/"), START_AND_END)
        .close();
  }
}
