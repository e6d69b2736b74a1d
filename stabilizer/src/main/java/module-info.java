/** Takes the shake out of video: vidgear's stabilizer, and one with less delay. */
module io.framewire.stabilizer {
  requires transitive io.framewire.core;
  requires io.framewire.opencv;

  exports io.framewire.stabilizer;

  provides io.framewire.spi.StabilizerProvider with
      io.framewire.stabilizer.AswStabilizerProvider,
      io.framewire.stabilizer.OnlineStabilizerProvider;
}
