package io.framewire.codec.msgpack;

import io.framewire.spi.Codec;
import io.framewire.spi.CodecProvider;

/** {@code msgpack}: the wire of vidgear's NetGear_Async, versions 0.3.2 to 0.3.6. */
public final class MsgpackCodecProvider implements CodecProvider {
  /** For the service loader. */
  public MsgpackCodecProvider() {}

  @Override
  public String name() {
    return "msgpack";
  }

  @Override
  public Codec create() {
    UnsafeNotice.giveOnce();
    return new MsgpackCodec();
  }
}
