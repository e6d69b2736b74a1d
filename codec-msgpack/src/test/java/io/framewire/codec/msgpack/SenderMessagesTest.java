package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ProtocolException;
import io.framewire.wire.Message.End;
import io.framewire.wire.Message.FrameMessage;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderMessagesTest extends Fixture {
  private static final String ARRAY =
      "84 c4 02 'nd c3 c4 04 'type a3 '|u1 c4 05 'shape 91 02 c4 04 'data c4 02 0102";
  private static final String HEADER = "82 a9 'terminate c2 a7 'bi_mode c3";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "80 ; no \"terminate\"",
        "81 a4 'data c0 ; no \"terminate\", only \"data\"",
        "81 a9 'terminate 00 ; \"terminate\" is of type int, not true or false",
        "81 a9 'terminate c0 ; \"terminate\" is of type NoneType",
        "81 a9 'terminate a4 'true ; \"terminate\" is of type str",
        "82 a9 'terminate c2 a7 'bi_mode 01 ; \"bi_mode\" is of type int",
        "90 ; the header is of type list, not a map",
        "c0 ; the header is of type NoneType, not a map",
        "81 a9 'terminate ; not msgpack, or cut off",
        "81 c4 02 c328 c2 ; not UTF-8"
      })
  void refusesABrokenHeaderAndNamesWhatIsWrong(String header, String reason) {
    refuses(reason, header, ARRAY);
  }

  @Test
  void refusesAWrongNumberOfParts() {
    refuses("a frame message came in 1 part(s), not the 2 it has", HEADER);
    refuses("came in 3 part(s)", HEADER, ARRAY, ARRAY);
    refuses("an end message came in 2 part(s), not the 1 it has", "81 a9 'terminate c3", ARRAY);
  }

  @Test
  void refusesAHeaderLongerThanTheLimit() {
    byte[] longHeader = new byte[MsgpackLimits.MAX_PLAIN_BYTES + 1];
    assertThatThrownBy(() -> codec.decodeFromSender(inBlocks(List.of(longHeader))))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("1048577 bytes, more than the 1048576");
  }

  @Test
  void refusesAnEmptyMessagePart() {
    assertThatThrownBy(() -> codec.decodeFromSender(Multipart.of(Part.of(new byte[0]))))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void readsFalsyValuesAsThemselves() {
    assertThat(dataOf("00")).isEqualTo(0L);
    assertThat(dataOf("c2")).isEqualTo(false);
    assertThat(dataOf("90")).isEqualTo(List.of());
    assertThat(dataOf("c4 00")).isEqualTo(new byte[0]);
  }

  @Test
  void readsAnEndWithMoreKeys() {
    byte[] end = Bytes.of("83 a9 'terminate c3 a7 'bi_mode c2 a4 'data a0");
    assertThat(codec.decodeFromSender(inBlocks(List.of(end)))).isEqualTo(new End());
  }

  private Object dataOf(String words) {
    Multipart wire = parts("83 a9 'terminate c2 a7 'bi_mode c3 a4 'data " + words, ARRAY);
    try (FrameMessage message = (FrameMessage) codec.decodeFromSender(wire)) {
      return message.data().orElseThrow();
    }
  }

  private void refuses(String reason, String... words) {
    assertThatThrownBy(() -> codec.decodeFromSender(parts(words)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining(reason);
  }

  private Multipart parts(String... words) {
    return inBlocks(Stream.of(words).map(Bytes::of).toList());
  }
}
