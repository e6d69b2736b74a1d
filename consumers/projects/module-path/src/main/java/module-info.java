module com.example.camera {
  requires io.framewire.core;

  provides io.framewire.spi.FrameSourceProvider with
      com.example.PatternSourceProvider;
}
