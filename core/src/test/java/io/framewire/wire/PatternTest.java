package io.framewire.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTest {
  @ParameterizedTest
  @CsvSource({
    "pair, PAIR",
    "0, PAIR",
    "req, REQ_REP",
    "rep, REQ_REP",
    "1, REQ_REP",
    "req/rep, REQ_REP",
    "pub, PUB_SUB",
    "sub, PUB_SUB",
    "2, PUB_SUB",
    "push, PUSH_PULL",
    "pull, PUSH_PULL",
    "3, PUSH_PULL",
    "PAIR, PAIR",
    "' Sub ', PUB_SUB"
  })
  void isReadFromEitherSidesWordOrVidgearsNumber(String text, Pattern pattern) {
    assertThat(Pattern.parse(text)).isEqualTo(pattern);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4", "-1", "req/pull", "router"})
  void isRefusedByNameWithTheWordsThereAre(String text) {
    assertThatThrownBy(() -> Pattern.parse(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("\"" + text + "\"")
        .hasMessageContaining("req/rep (1)");
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void readsBackItsWordsAndNumber(Pattern pattern) {
    for (Role role : Role.values()) {
      assertThat(Pattern.parse(pattern.word(role))).isEqualTo(pattern);
      assertThat(role.other().other()).isEqualTo(role);
    }
    assertThat(Pattern.parse(String.valueOf(pattern.number()))).isEqualTo(pattern);
  }

  @Test
  void answersInPairAndReqRepOnly() {
    assertThat(Pattern.values())
        .filteredOn(Pattern::answers)
        .containsExactly(Pattern.PAIR, Pattern.REQ_REP);
  }
}
