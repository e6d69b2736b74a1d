package io.framewire.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DTypeTest {
  private static final String NATIVE =
      ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "<" : ">";

  /** Every canonical string of a plain dtype, flexible ones in a few lengths. */
  static Stream<String> canonicalStrings() {
    Stream<String> ordered =
        Stream.of("<", ">")
            .flatMap(
                order ->
                    Stream.of(
                            "i2", "i4", "i8", "u2", "u4", "u8", "f2", "f4", "f8", "f12", "f16",
                            "c8", "c16", "c24", "c32", "U0", "U1", "U7", "M8", "m8")
                        .map(order::concat));
    Stream<String> timed =
        Stream.of("<", ">")
            .flatMap(order -> Stream.of("M8", "m8").map(order::concat))
            .flatMap(
                type ->
                    Stream.of(
                            "Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as",
                            "25s", "10ms")
                        .map(unit -> type + "[" + unit + "]"));
    Stream<String> orderless =
        Stream.concat(
            Stream.of("|b1", "|i1", "|u1"),
            IntStream.of(0, 1, 5, 1000)
                .boxed()
                .flatMap(size -> Stream.of("|S" + size, "|V" + size)));
    return Stream.of(ordered, timed, orderless).flatMap(strings -> strings);
  }

  @ParameterizedTest
  @MethodSource("canonicalStrings")
  void readsBackWhatItWrites(String text) {
    DType dtype = DType.parse(text);
    assertThat(dtype.str()).isEqualTo(text).isEqualTo(dtype.toString());
    assertThat(DType.parse(dtype.str())).isEqualTo(dtype).hasSameHashCodeAs(dtype);
  }

  @ParameterizedTest
  @MethodSource("canonicalStrings")
  void tellsKindSizeOrderAndUnit(String text) {
    DType dtype = DType.parse(text);
    int count = Integer.parseInt(text.replaceAll("\\[.*", "").substring(2));
    assertThat(dtype.kind().code()).isEqualTo(text.charAt(1));
    assertThat(dtype.itemSize()).isEqualTo(text.charAt(1) == 'U' ? 4 * count : count);
    assertThat(dtype.byteOrder().symbol()).isEqualTo(text.charAt(0));
    assertThat(dtype.timeUnit())
        .isEqualTo(text.contains("[") ? text.replaceAll(".*\\[|]", "") : "");
    assertThat(dtype.fields()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bool, |b1",
    "int8, |i1",
    "uint8, |u1",
    "int16, =i2",
    "uint16, =u2",
    "int32, =i4",
    "uint32, =u4",
    "int64, =i8",
    "uint64, =u8",
    "float16, =f2",
    "float32, =f4",
    "float64, =f8",
    "complex64, =c8",
    "complex128, =c16"
  })
  void knowsNumPysNames(String name, String text) {
    assertThat(DType.parse(name).str()).isEqualTo(text.replace("=", NATIVE));
  }

  @ParameterizedTest
  @CsvSource({
    "<u1, |u1",
    ">b1, |b1",
    "=i1, |i1",
    "u1, |u1",
    "<S5, |S5",
    ">V12, |V12",
    "S3, |S3",
    "<M8[generic], <M8",
    ">m8[generic], >m8"
  })
  void ignoresWhatMakesNoDifference(String text, String canonical) {
    assertThat(DType.parse(text)).isEqualTo(DType.parse(canonical));
    assertThat(DType.parse(text).str()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"i4", "=i4", "|i4"})
  void takesTheMachinesOrderWhereNoneIsGiven(String text) {
    assertThat(DType.parse(text).str()).isEqualTo(NATIVE + "i4");
    assertThat(DType.parse(text).order()).isEqualTo(ByteOrder.nativeOrder());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "u", "|u", "|u3", "<f1", "<f3", "<c4", "<b2", "<M4", "<i16", "|x4", "<M8[]",
        "<M8[q]", "<M8[ns", "<i4[ns]", "|u1 ", "u1u1", "<<i4", "float", "uint7", "<U", "|u-1", "!u1"
      })
  void refusesWhatIsNoDTypeAndNamesIt(String text) {
    assertThatThrownBy(() -> DType.parse(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("unknown dtype \"" + text + "\"")
        .hasMessageContaining("|u1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"|O", "|O8", "<O8"})
  void refusesPythonObjectsByName(String text) {
    assertThatThrownBy(() -> DType.parse(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(text)
        .hasMessageContaining("Python objects");
  }

  @ParameterizedTest
  @ValueSource(strings = {"|S2147483648", "<U536870912", "|V99999999999999999999"})
  void refusesElementsPastTwoGibibytes(String text) {
    assertThatThrownBy(() -> DType.parse(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(text)
        .hasMessageContaining("2 GiB");
  }

  @Test
  void differsWhereTheBytesDiffer() {
    List<DType> different =
        Stream.concat(canonicalStrings().map(DType::parse), Stream.of(point("x"), point("z")))
            .toList();
    assertThat(different).doesNotHaveDuplicates();
    assertThat(DType.UINT8).isNotEqualTo("|u1").isNotEqualTo(null);
  }

  @Test
  void addsUpTheSizesOfFieldsPaddingIncluded() {
    Field padding = Field.of("", DType.parse("|V3"));
    Field corners = new Field("corners", Optional.of("the corners"), point("x"), List.of(2, 2));
    DType dtype = DType.structured(List.of(Field.of("id", DType.UINT8), padding, corners));

    assertThat(corners.byteSize()).isEqualTo(4 * 8);
    assertThat(dtype.itemSize()).isEqualTo(1 + 3 + 32);
    assertThat(dtype.kind()).isEqualTo(Kind.VOID);
    assertThat(dtype.str()).isEqualTo("|V36");
    assertThat(dtype.toString()).contains("id:|u1").contains("corners:[x:<f4, y:<f4][2, 2]");
    assertThat(dtype).isNotEqualTo(DType.parse("|V36"));
    assertThat(dtype.fields()).hasSize(3).isUnmodifiable();
  }

  @Test
  void refusesStructuresWithoutFieldsAndPastTwoGibibytes() {
    DType half = DType.parse("|V1073741824");
    assertThatThrownBy(() -> DType.structured(List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("at least one field");
    assertThatThrownBy(() -> DType.structured(List.of(Field.of("a", half), Field.of("b", half))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("2 GiB");
    assertThatThrownBy(() -> new Field("a", Optional.empty(), half, List.of(2)))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> new Field("a", Optional.empty(), half, List.of(-1)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("negative");
  }

  private static DType point(String first) {
    return DType.structured(List.of(Field.of(first, DType.FLOAT32), Field.of("y", DType.FLOAT32)));
  }
}
