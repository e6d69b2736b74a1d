package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonComplexTest {
  @ParameterizedTest
  @CsvSource({
    "(1+2j), 1, 2",
    "1j, 0, 1",
    "-1j, 0, -1",
    "-0j, 0, -0.0",
    "(-0-1j), -0.0, -1",
    "(nan+infj), NaN, Infinity",
    "(-inf+nanj), -Infinity, NaN",
    "infj, 0, Infinity",
    "(1e+300-1e-07j), 1e300, -1e-7",
    "(1.5e-10+2.25j), 1.5e-10, 2.25",
    "1+2j, 1, 2"
  })
  void readsWhatPythonPrints(String text, double real, double imaginary) {
    assertThat(parse(text)).isEqualTo(new PythonComplex(real, imaginary));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "()", "j", "1", "(1+2)", "(1+2j", "1+2j)", "1 + 2j", "1+2i", "++1j", "1+-2j", "0x1j",
        "1fj"
      })
  void refusesWhatPythonDoesNotPrint(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("not of the form (1+2j)");
  }

  @Test
  void refusesEndlessNumbers() {
    assertThatThrownBy(() -> parse("1".repeat(200) + "j"))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("201 bytes, more than 128");
  }

  private static PythonComplex parse(String text) {
    return PythonComplex.parse(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
