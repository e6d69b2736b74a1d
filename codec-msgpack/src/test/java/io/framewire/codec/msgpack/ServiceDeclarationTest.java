package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.spi.CodecProvider;
import io.framewire.spi.Providers;
import org.junit.jupiter.api.Test;

class ServiceDeclarationTest {
  @Test
  void isFoundByItsName() {
    assertThat(Providers.load(CodecProvider.class, "codec").all())
        .first()
        .isInstanceOf(MsgpackCodecProvider.class)
        .extracting(CodecProvider::name)
        .isEqualTo("msgpack");
  }
}
