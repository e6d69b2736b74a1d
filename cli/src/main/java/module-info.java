/** The framewire command. */
module io.framewire.cli {
  requires com.fasterxml.jackson.jr.ob;
  requires info.picocli;
  requires io.framewire.codec.msgpack;
  requires io.framewire.core;
  requires io.framewire.opencv;
  requires io.framewire.source.opencv;
  requires org.bytedeco.javacpp;
  requires org.bytedeco.opencv;

  uses io.framewire.spi.StabilizerProvider;

  opens io.framewire.cli to
      info.picocli;
}
