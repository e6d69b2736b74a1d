package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ProtocolException;
import io.framewire.wire.Message;
import io.framewire.wire.Message.Acknowledgement;
import io.framewire.wire.Message.ArrayReply;
import io.framewire.wire.Message.DataReply;
import io.framewire.wire.Message.EndConfirmation;
import io.framewire.wire.Multipart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest extends Fixture {
  private static final String ARRAY =
      "84 c4 02 'nd c3 c4 04 'type a3 '|u1 c4 05 'shape 91 02 c4 04 'data c4 02 0102";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'ok",
        "80",
        "90",
        "c0",
        "05",
        "81 a1 'a 01",
        "81 a1 'a",
        "c1",
        "ff fe",
        "df ff ff ff ff",
        "82 a1 'a ab 'return_typ"
      })
  void takesAnyOtherBytesAsAnAcknowledgement(String words) {
    assertThat(read(words)).isInstanceOf(Acknowledgement.class);
  }

  @Test
  void takesNoBytesAsAnAcknowledgementWithoutWords() {
    assertThat(codec.decodeFromReceiver(inBlocks(List.of(new byte[0]))))
        .isEqualTo(new Acknowledgement(""));
  }

  @Test
  void readsRepliesWhateverTheirTypeIsCalled() {
    assertThat(read("82 ab 'return_type a7 'float64 ab 'return_data 05"))
        .isEqualTo(new DataReply(Optional.of(5L)));
    assertThat(read("83 a1 'x 01 c4 0b 'return_data a0 c4 0b 'return_type c4 01 '?"))
        .isEqualTo(new DataReply(Optional.empty()));
  }

  @Test
  void readsFalsyRepliesAsThemselves() {
    assertThat(read("82 ab 'return_type a3 'int ab 'return_data 00"))
        .isEqualTo(new DataReply(Optional.of(0L)));
    assertThat(read("82 ab 'return_type a4 'bool ab 'return_data c2"))
        .isEqualTo(new DataReply(Optional.of(false)));
  }

  @Test
  void readsAnArrayWhateverItsClassIsCalled() {
    for (String name : List.of("a7 'ndarray", "a8 'recarray")) {
      try (Message reply = read("82 ab 'return_type " + name + " ab 'return_data c0", ARRAY)) {
        assertThat(((ArrayReply) reply).frame().shape()).containsExactly(2);
      }
    }
  }

  @Test
  void readsTheConfirmationOfTheEnd() {
    assertThat(read("81 c4 0a 'terminated a2 'ok")).isEqualTo(new EndConfirmation("ok"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "82 ab 'return_type a7 'ndarray ab 'return_data c0 ; second part is missing",
        "82 ab 'return_type 05 ab 'return_data c0 ; \"return_type\" is of type int, not text",
        "81 ab 'return_type a3 'int ; no \"return_data\"",
        "82 ab 'return_type a3 'int ab 'return_data ; not msgpack, or cut off",
        "81 aa 'terminated ; not msgpack, or cut off",
        "81 aa 'terminated c3 ; \"terminated\" is of type bool, not text",
        "82 ab 'return_type a3 'int ab 'return_data d4 05 00 ; extension value"
      })
  void refusesABrokenReplyRatherThanTakeItForWords(String words, String reason) {
    refuses(reason, words);
  }

  @Test
  void refusesPartsThatDoNotBelong() {
    refuses("a reply of plain bytes came in 2 part(s)", "'ok", "'ok");
    refuses("a confirmation of the end came in 2", "81 aa 'terminated a2 'ok", ARRAY);
    String announcement = "82 ab 'return_type a7 'ndarray ab 'return_data c0";
    refuses("a reply that is an array came in 3", announcement, ARRAY, ARRAY);
    refuses("the array's map is an integer", announcement, "05");
  }

  @Test
  void refusesAReplyLongerThanTheLimit() {
    byte[] words = Bytes.repeated('x', MsgpackLimits.MAX_PLAIN_BYTES + 1);
    assertThatThrownBy(() -> codec.decodeFromReceiver(inBlocks(List.of(words))))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("more than the 1048576");
  }

  private Message read(String... words) {
    return codec.decodeFromReceiver(parts(words));
  }

  private void refuses(String reason, String... words) {
    assertThatThrownBy(() -> read(words))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining(reason);
  }

  private Multipart parts(String... words) {
    return inBlocks(Stream.of(words).map(Bytes::of).toList());
  }
}
