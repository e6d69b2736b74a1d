package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final Patience patience = new Patience(Duration.ofSeconds(20));

  @Test
  void namesACheckedExceptionThatAProviderThrewAllTheSame() {
    assertThatThrownBy(() -> patience.run("reading", () -> sneak(new IOException("no light"))))
        .isInstanceOf(AssertionError.class)
        .hasMessage("reading threw a checked exception: java.io.IOException: no light")
        .hasCauseExactlyInstanceOf(IOException.class);
  }

  @Test
  void throwsUncheckedExceptionsAsTheyAre() {
    IllegalStateException thrown = new IllegalStateException("no light");
    assertThatThrownBy(() -> patience.run("reading", () -> sneak(thrown))).isSameAs(thrown);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void sneak(Exception failure) throws E {
    throw (E) failure;
  }
}
