/** Cameras, video files, network streams and image sequences as frame sources; files of frames. */
module io.framewire.source.opencv {
  requires transitive io.framewire.core;
  requires com.fasterxml.jackson.jr.ob;
  requires io.framewire.opencv;
  requires transitive java.desktop;
  requires org.bytedeco.ffmpeg;

  exports io.framewire.file;
  exports io.framewire.source.opencv;
  exports io.framewire.source.screen;
  exports io.framewire.source.site;

  provides io.framewire.spi.FrameSourceProvider with
      io.framewire.source.opencv.CameraSourceProvider,
      io.framewire.source.opencv.FfmpegSourceProvider,
      io.framewire.source.screen.ScreenSourceProvider,
      io.framewire.source.site.SiteSourceProvider;
}
