package io.framewire.spi;

/** Makes codecs. */
public interface CodecProvider extends Provider {
  /**
   * Makes a codec for one stream.
   *
   * @return the codec
   */
  Codec create();
}
