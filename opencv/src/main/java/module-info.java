/** OpenCV matrices over Framewire's frames, and the loading of OpenCV's native code. */
module io.framewire.opencv {
  requires transitive io.framewire.core;
  requires transitive org.bytedeco.opencv;

  exports io.framewire.opencv;
}
