/**
 * Contract tests for the authors of plugins: one abstract class for each SPI, which a test extends.
 */
module io.framewire.tck {
  requires transitive io.framewire.core;
  requires transitive org.junit.jupiter.api;
  requires org.assertj.core;

  exports io.framewire.tck;

  opens io.framewire.tck to
      org.junit.platform.commons;

  uses io.framewire.spi.CodecProvider;
  uses io.framewire.spi.FrameSourceProvider;
  uses io.framewire.spi.StabilizerProvider;
  uses io.framewire.spi.TransportProvider;
}
