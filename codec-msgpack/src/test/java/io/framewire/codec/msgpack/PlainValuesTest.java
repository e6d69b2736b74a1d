package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.ProtocolException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlainValuesTest {
  static Stream<Object> unsupported() {
    return Stream.of(
        'c',
        new int[] {1},
        new BigDecimal("1.5"),
        Set.of(1),
        Thread.State.NEW,
        new StringBuilder());
  }

  @ParameterizedTest
  @MethodSource("unsupported")
  void refusesToWriteAnyOtherTypeAndNamesIt(Object value) {
    assertThatThrownBy(() -> PlainWriter.write(List.of(value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(value.getClass().getName());
  }

  @Test
  void writesAndReadsNullInsideContainers() {
    Map<String, Object> value =
        Collections.singletonMap("k", Arrays.asList(1, null, Collections.singletonMap("n", null)));
    assertThat(PlainWriter.write(value)).isEqualTo(Bytes.of("81 a1 'k 93 01 c0 81 a1 'n c0"));
    assertThat(PlainReader.read(PlainWriter.write(value)).toString())
        .isEqualTo("{k=[1, null, {n=null}]}");
  }

  @Test
  void writesSmallJavaNumbersAsPythonWritesIntAndFloat() {
    assertThat(PlainWriter.write(List.of((byte) -1, (short) 300, 7, 1.5f)))
        .isEqualTo(Bytes.of("94 ff cd 01 2c 07 cb 3f f8 00 00 00 00 00 00"));
  }

  @Test
  void writesBigIntegersUpToUnsignedLong() {
    BigInteger most = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    assertThat(PlainReader.read(PlainWriter.write(most))).isEqualTo(most);
    assertThat(PlainWriter.write(BigInteger.TEN)).isEqualTo(Bytes.of("0a"));
    BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
    assertThat(PlainReader.read(PlainWriter.write(least))).isEqualTo(Long.MIN_VALUE);
    for (BigInteger beyond :
        List.of(most.add(BigInteger.ONE), least.subtract(BigInteger.ONE), most.negate())) {
      assertThatThrownBy(() -> PlainWriter.write(beyond))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("does not fit msgpack");
    }
  }

  @Test
  void refusesToWriteKeysThatVidgearRefusesToRead() {
    for (Object key : Arrays.asList(1, null, true)) {
      assertThatThrownBy(() -> PlainWriter.write(Collections.singletonMap(key, 1)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("only String and byte[] keys");
    }
  }

  @Test
  void refusesToWriteHalfASurrogatePair() {
    assertThatThrownBy(() -> PlainWriter.write("a\ud800"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("surrogate");
  }

  @Test
  void refusesToWriteWhatContainsItself() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThatThrownBy(() -> PlainWriter.write(list))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("more than 64 deep");
  }

  @Test
  void writesAndReadsUpToTheLimits() {
    Object nested = 1L;
    for (int level = 0; level < MsgpackLimits.MAX_DEPTH; level++) {
      nested = List.of(nested);
    }
    assertThat(PlainReader.read(PlainWriter.write(nested))).isEqualTo(nested);
    byte[] most = new byte[MsgpackLimits.MAX_PLAIN_BYTES - 5];
    assertThat(PlainReader.read(PlainWriter.write(most))).isEqualTo(most);
  }

  @Test
  void refusesToWriteMoreThanAReaderTakes() {
    int limit = MsgpackLimits.MAX_PLAIN_BYTES;
    for (Object large :
        List.of(new byte[limit], "x".repeat(limit), Collections.nCopies(limit, 1))) {
      assertThatThrownBy(() -> PlainWriter.write(large))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("more than 1048576 bytes");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "c1 ; not msgpack",
        "a3 'ab ; where 2 bytes are left",
        "a2 c3 28 ; not UTF-8",
        "c4 05 00 ; announces 5 elements or bytes where 1 bytes are left",
        "c6 ff ff ff ff ; not msgpack",
        "c6 7f ff ff ff ; announces 2147483647",
        "dd 7f ff ff ff ; announces 2147483647",
        "dd ff ff ff ff ; not msgpack",
        "df 3f ff ff ff ; announces 1073741823",
        "82 a1 'a ; where 2 bytes are left",
        "81 c0 01 ; key is of msgpack type NIL",
        "81 90 01 ; key is of msgpack type ARRAY",
        "81 80 01 ; key is of msgpack type MAP",
        "d4 05 00 ; extension value (type 5)",
        "d6 ff 00 00 00 00 ; extension value (type -1)",
        "81 d4 05 00 01 ; key is of msgpack type EXTENSION",
        "01 02 ; 1 bytes has 1 more bytes behind it",
        "cd 01 ; cut off"
      })
  void refusesToReadWhatIsBroken(String words, String reason) {
    assertThatThrownBy(() -> PlainReader.read(Bytes.of(words)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesToReadDeepNestingWithoutOverflowingTheStack() {
    for (int opening : List.of(0x91, 0x81)) {
      assertThatThrownBy(() -> PlainReader.read(Bytes.repeated(opening, 1_000_000)))
          .isInstanceOf(ProtocolException.class);
    }
    byte[] lists = Bytes.repeated(0x91, 1000);
    lists[999] = 1;
    assertThatThrownBy(() -> PlainReader.read(lists)).hasMessageContaining("more than 64 deep");
  }

  @Test
  void readsKeysOfOtherPlainTypes() {
    assertThat(PlainReader.read(Bytes.of("83 05 a1 'a c3 a1 'b cf 80 00 00 00 00 00 00 00 a1 'c")))
        .isEqualTo(Map.of(5L, "a", true, "b", BigInteger.TWO.pow(63), "c"));
  }

  @Test
  void readsShortFloatsAndLongFormsOfSmallThings() {
    assertThat(
            PlainReader.read(
                Bytes.of(
                    "94 ca 3f c0 00 00 cf 00 00 00 00 00 00 00 05 d3 ff ff ff ff ff ff ff ff db 00 00 00 01 'x")))
        .isEqualTo(List.of(1.5, 5L, -1L, "x"));
  }

  @Test
  void handsOutContainersThatNobodyCanChange() {
    List<?> list = (List<?>) PlainReader.read(Bytes.of("92 91 01 81 a1 'a 01"));
    assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    Map<?, ?> map = (Map<?, ?>) list.get(1);
    assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
