/** The messages of NetGear_Async: msgpack headers and replies, msgpack-numpy arrays. */
module io.framewire.codec.msgpack {
  requires transitive io.framewire.core;
  requires msgpack.core;

  exports io.framewire.codec.msgpack;

  provides io.framewire.spi.CodecProvider with
      io.framewire.codec.msgpack.MsgpackCodecProvider;
}
