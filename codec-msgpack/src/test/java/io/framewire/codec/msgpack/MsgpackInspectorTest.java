package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.codec.msgpack.PartInspection.Kind;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MsgpackInspectorTest {
  private static final String HEADER = "83 a9 'terminate c2 a7 'bi_mode c3 a4 'data 91 05";
  private static final String ARRAY =
      "85 c4 02 'nd c3 c4 04 'type 91 92 a1 'x a3 '<f4 c4 04 'kind c4 01 'V"
          + " c4 05 'shape 91 01 c4 04 'data c4 04 01020304";

  @Test
  void describesAFrame() {
    MessageInspection frame = inspect(HEADER, ARRAY);
    assertThat(frame.summary()).isEqualTo("a frame");
    assertThat(frame.problem()).isEmpty();
    assertThat(frame.parts().get(0).details())
        .isEqualTo(Map.of("terminate", false, "bi_mode", true, "data", List.of(5L)));
    assertThat(frame.parts().get(1).details())
        .isEqualTo(
            Map.of(
                "form",
                "ndarray",
                "dtype",
                List.of(List.of("x", "<f4")),
                "kind",
                "V",
                "shape",
                List.of(1),
                "data_offset",
                46,
                "data_length",
                4));
    assertThat(frame)
        .hasToString(
            """
            a frame
              frame header, 28 bytes, {"terminate": false, "bi_mode": true, "data": [5]}
              array, 50 bytes, {"form": "ndarray", "dtype": [["x", "<f4"]], "kind": "V", \
            "shape": [1], "data_offset": 46, "data_length": 4}""");
  }

  @Test
  void describesComplexNumbersAndScalars() {
    assertThat(inspect("82 c4 07 'complex c3 c4 04 'data a6 '(1+2j)").parts().get(0).details())
        .containsEntry("form", "Python complex")
        .containsEntry("real", 1.0)
        .containsEntry("imaginary", 2.0);
    assertThat(
            inspect("83 c4 02 'nd c2 c4 04 'type a3 '|u1 c4 04 'data c4 01 05")
                .parts()
                .get(0)
                .details())
        .containsEntry("form", "NumPy scalar")
        .containsEntry("shape", List.of());
  }

  @Test
  void describesWhatCameBeforeTheBreak() {
    PartInspection part =
        inspect("85 c4 02 'nd c3 c4 04 'type a3 '<f4 c4 04 'kind c4 01 'O").parts().get(0);
    assertThat(part.kind()).isEqualTo(Kind.ARRAY);
    assertThat(part.details()).containsEntry("dtype", "<f4");
    assertThat(part.problem().orElseThrow()).contains("never unpickled");
    assertThat(part.toString()).contains("PROBLEM: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "81 a9 'terminate 01 ; frame header ; \"terminate\" is of type int",
        "82 a9 'terminate c2 a4 'data ; frame header ; not msgpack, or cut off",
        "82 ab 'return_type a3 'int ab 'return_data ; reply ; not msgpack, or cut off",
        "81 aa 'terminated c0 ; confirmation of the end ; is of type NoneType",
        "81 c4 05 'shape 91 ff ; array ; is -1, not 0",
        "c3 ; unknown ; a truth value in msgpack, which no message",
        "c1 ; unknown ; 0xc1",
        "91 ; unknown ; begins like a list in msgpack, but a list announces",
        "81 a1 'x 05 ff ; unknown ; 1 more bytes behind its end",
        "81 a1 'x 05 ; unknown ; a map in msgpack, which no message"
      })
  void saysWhatIsWrong(String words, String kind, String reason) {
    PartInspection part = MsgpackInspector.inspectPart(ByteBuffer.wrap(Bytes.of(words)));
    assertThat(part.kind()).hasToString(kind);
    assertThat(part.problem().orElseThrow()).contains(reason);
  }

  @Test
  void saysThatAPartIsEmpty() {
    assertThat(MsgpackInspector.inspectPart(ByteBuffer.allocate(0)).problem())
        .contains("the part is empty");
  }

  @Test
  void saysWhichPartIsMissingOrTooMany() {
    assertThat(inspect(HEADER).problem()).contains("the part with the frame's array is missing");
    assertThat(inspect("82 ab 'return_type a7 'ndarray ab 'return_data c0").problem())
        .contains("the part with the reply's array is missing");
    assertThat(inspect(ARRAY, HEADER).problem())
        .contains("these parts together are no message: [array, frame header]");
    assertThat(inspect(ARRAY).summary()).isEqualTo("an array, the second part of a frame or reply");
  }

  @Test
  void showsLongThingsShort() {
    assertThat(inspect("82 a9 'terminate c3 a4 'data c4 03 000000").toString())
        .contains("<3 bytes>");
    assertThat(inspect("82 a9 'terminate c3 a4 'data d9 32 '" + "x".repeat(50)).toString())
        .contains("\"" + "x".repeat(40) + "\"...");
  }

  private static MessageInspection inspect(String... words) {
    return MsgpackInspector.inspectMessage(
        Stream.of(words).map(Bytes::of).map(ByteBuffer::wrap).toList());
  }
}
