/**
 * Framewire's core: frames and their memory, the four SPIs and their discovery, and the
 * conversation between a sender and a receiver.
 */
module io.framewire.core {
  requires transitive org.slf4j;

  exports io.framewire;
  exports io.framewire.error;
  exports io.framewire.frame;
  exports io.framewire.source;
  exports io.framewire.spi;
  exports io.framewire.wire;

  uses io.framewire.spi.CodecProvider;
  uses io.framewire.spi.FrameSourceProvider;
  uses io.framewire.spi.StabilizerProvider;
  uses io.framewire.spi.TransportProvider;

  provides io.framewire.spi.FrameSourceProvider with
      io.framewire.source.TestSourceProvider;
}
