package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ProtocolException;
import io.framewire.wire.Part;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileArraysTest extends Fixture {
  private static final String U1 = "c4 04 'type a3 '|u1 ";
  private static final String ND = "c4 02 'nd c3 ";
  private static final String SHAPE = "c4 05 'shape ";
  private static final String DATA = "c4 04 'data ";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "93 ; needs 3 bytes, its data has 2 ; 01 01 03",
        "92 ; needs 1 bytes ; 01 01",
        "90 ; needs 1 bytes ; -",
        "91 ; needs 0 bytes ; 00",
        "92 ; needs more than 2 GiB ; ce 7f ff ff ff ce 7f ff ff ff",
        "93 ; needs more than 2 GiB ; cd ff ff cd ff ff cd ff ff",
        "92 ; is -1, not 0 to ; 02 ff",
        "92 ; is -2147483648, not 0 to ; 02 d2 80 00 00 00",
        "92 ; is 4294967295, not 0 to ; 02 ce ff ff ff ff",
        "91 ; is 18446744073709551615, too large ; cf ff ff ff ff ff ff ff ff",
        "91 ; is a float, not an integer ; ca 40 00 00 00",
        "91 ; is nil, not an integer ; c0",
        "dd ff ff ff ff ; announces 4294967295 where ; -",
        "91 ; is a map, not an integer ; 81",
        "c0 ; is nil, not a list ; -"
      })
  void refusesImpossibleShapes(String head, String reason, String lengths) {
    refuses(
        "84 " + ND + U1 + SHAPE + head + lengths.replace("-", "") + " " + DATA + "c4 02 0102",
        reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a2 '?1 ; is none of NumPy's",
        "a0 ; is none of NumPy's",
        "a3 '<u3 ; is none of NumPy's",
        "ac '<U2147483647 ; is none of NumPy's, or too large",
        "ac 'S99999999999 ; too large",
        "a1 'O ; never unpickled",
        "a2 '|O ; never unpickled",
        "a3 '|O8 ; never unpickled",
        "91 92 a1 'o 91 92 a1 'p a2 '|O ; never unpickled",
        "a2 c3 28 ; not UTF-8",
        "c0 ; not text or bytes",
        "05 ; not text or bytes",
        "d9 ff ; announces 255 where",
        "db ff ff ff ff ; announces 4294967295 where",
        "91 92 a1 'a ; is none of NumPy's",
        "91 91 a1 'a ; has 1 entries",
        "91 94 a1 'a a2 'u1 90 90 ; has 4 entries",
        "91 92 91 a1 'a a2 'u1 ; a list of 1",
        "91 93 a1 'a a3 '|u1 91 ff ; is -1",
        "91 93 a1 'a a3 '|u1 92 ce 7f ff ff ff ce 7f ff ff ff ; larger than 2 GiB",
        "92 93 a1 'a a3 '|u1 ce 7f ff ff ff 93 a1 'b a3 '|u1 ce 7f ff ff ff ; more than 2 GiB"
      })
  void refusesImpossibleDtypes(String type, String reason) {
    refuses(
        "84 " + ND + "c4 04 'type " + type + " " + SHAPE + "91 02 " + DATA + "c4 02 0102", reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "c0 ; is nil, not a map",
        "01 ; is an integer, not a map",
        "c1 ; never uses",
        "df ff ff ff ff ; announces 4294967295 entries where",
        "8f ; announces 15 entries",
        "80 ; has no \"nd\"",
        "81 c4 02 'nd c3 ; has no \"type\"",
        "81 c4 02 'nd c2 ; has no \"type\"",
        "82 c4 02 'nd c2 c4 04 'type a3 '|u1 ; has no \"data\"",
        "82 c4 02 'nd c3 c4 04 'type a3 '|u1 ; has no \"shape\"",
        "81 c4 02 'nd 01 ; is an integer, not a truth value",
        "81 05 c3 ; is an integer, not text or bytes",
        "81 c4 04 'kind a1 'O ; never unpickled",
        "81 c4 04 'kind c4 01 'O ; never unpickled",
        "81 c4 04 'data c6 ff ff ff ff ; announces 4294967295 where",
        "81 c4 04 'data 90 ; is a list, not text or bytes",
        "81 a1 'x c1 ; never uses",
        "81 a1 'x c9 ff ff ff ff 00 ; announces 4294967296 where",
        "81 a1 'x cf 00 00 ; announces 8 where",
        "81 a1 'x dd 00 ff ff ff ; announces 16777215 where",
        "82 c4 07 'complex c3 c4 04 'data a1 '1 ; not of the form (1+2j)",
        "81 c4 07 'complex c3 ; has no \"data\"",
        "83 c4 02 'nd c2 c4 04 'type a3 '<u2 c4 04 'data c4 01 00 ; needs 2 bytes, its data has 1",
        "83 c4 02 'nd c2 c4 04 'type a3 '|u1 c4 04 'data c4 01 00 00 ; 1 more bytes behind"
      })
  void refusesWhatIsNoArray(String words, String reason) {
    refuses(words, reason);
  }

  @Test
  void refusesAnEmptyPart() {
    refuses(new byte[0], "cut off after 0 bytes");
  }

  @Test
  void refusesDeepNestingWithoutOverflowingTheStack() {
    byte[] deep = Bytes.repeated(0x91, 60_000);
    refuses(join("81 c4 04 'type", deep), "announces 1 where 0 bytes are left");
    refuses(join("81 a1 'x", deep), "announces 1 where 0 bytes are left");
    StringBuilder type = new StringBuilder();
    for (int level = 0; level < 100; level++) {
      type.append("91 92 a1 'a ");
    }
    refuses("81 c4 04 'type " + type + "a3 '|u1", "nested more than 64 deep");
  }

  @Test
  void refusesAnEndlessDtype() {
    byte[] entries = new byte[70_000];
    refuses(join("81 c4 04 'type dc ff ff", entries), "takes 65538 bytes, more than 65536");
  }

  @Test
  void refusesTooManyEntries() {
    refuses(join("de 00 41", Bytes.repeated(0xa0, 130)), "has 65 entries, more than 64");
  }

  private static byte[] join(String words, byte[] rest) {
    byte[] head = Bytes.of(words);
    byte[] joined = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, joined, head.length, rest.length);
    return joined;
  }

  private void refuses(String words, String reason) {
    refuses(Bytes.of(words), reason);
  }

  private void refuses(byte[] wire, String reason) {
    try (Part inBlock = inBlock(wire)) {
      for (Part part : new Part[] {Part.of(wire), inBlock}) {
        assertThatThrownBy(() -> new ArrayDecoder().decode(part))
            .isInstanceOf(ProtocolException.class)
            .hasMessageContaining(reason);
      }
    }
  }
}
