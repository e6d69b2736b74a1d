package io.framewire.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every good message, and every input that once was a finding, without Jazzer. */
@Execution(ExecutionMode.SAME_THREAD)
class KeptInputsTest {
  @TestFactory
  Stream<DynamicTest> runsWhatWasFoundOnce() {
    return Arrays.stream(Target.values())
        .flatMap(target -> KeptInputs.of(target).stream().map(input -> test(target, input)));
  }

  @TestFactory
  Stream<DynamicTest> runsGoodMessages() {
    return Arrays.stream(Target.values())
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target.toString(), () -> target.seeds().forEach(target::run)));
  }

  @AfterAll
  static void receiversStillServe() {
    ReceiverTarget.requireService();
  }

  private static DynamicTest test(Target target, Path input) {
    return DynamicTest.dynamicTest(
        target + ": " + input.getFileName(),
        () -> {
          byte[] bytes = Files.readAllBytes(input);
          assertThatCode(() -> target.run(bytes)).doesNotThrowAnyException();
        });
  }
}
