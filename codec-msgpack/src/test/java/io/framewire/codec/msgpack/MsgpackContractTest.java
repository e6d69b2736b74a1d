package io.framewire.codec.msgpack;

import io.framewire.spi.CodecProvider;
import io.framewire.tck.CodecContract;

class MsgpackContractTest extends CodecContract {
  @Override
  protected CodecProvider provider() {
    return new MsgpackCodecProvider();
  }
}
