package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequiredTest {
  @Test
  void skipsWithAWordWhyWhereSomethingIsMissing() {
    assertThat(Required.decide(Optional.of("no ffmpeg"), false))
        .satisfies(result -> assertThat(result.isDisabled()).isTrue())
        .satisfies(result -> assertThat(result.getReason()).contains("no ffmpeg"));
  }

  @Test
  void failsInsteadWhereItIsRequired() {
    assertThatThrownBy(() -> Required.decide(Optional.of("no ffmpeg"), true))
        .isInstanceOf(AssertionError.class)
        .hasMessage("no ffmpeg (interop.required=true makes this a failure)");
  }

  @Test
  void runsWhereNothingIsMissing() {
    assertThat(Required.decide(Optional.empty(), true).isDisabled()).isFalse();
  }

  @Test
  void findsAProgramOnThePath() {
    assertThat(NeedsProgram.Condition.find("java")).isPresent();
    assertThat(NeedsProgram.Condition.find("no-such-program")).isEmpty();
  }
}
