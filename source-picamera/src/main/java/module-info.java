/** Raspberry Pi cameras as frame sources, through the camera tool of Raspberry Pi OS. */
module io.framewire.source.picamera {
  requires transitive io.framewire.core;
  requires static com.pi4j;

  exports io.framewire.source.picamera;

  provides io.framewire.spi.FrameSourceProvider with
      io.framewire.source.picamera.PiCameraSourceProvider;
}
