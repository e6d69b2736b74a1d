package io.framewire.testing;

import io.framewire.spi.Codec;
import io.framewire.spi.CodecProvider;

/** A codec for tests without a real one; every real one goes before it. */
public final class PlainCodecProvider implements CodecProvider {
  /** For the service loader. */
  public PlainCodecProvider() {}

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public int priority() {
    return -1000;
  }

  @Override
  public Codec create() {
    return new PlainCodec();
  }
}
