package io.framewire.tck;

import io.framewire.spi.Codec;
import io.framewire.spi.CodecProvider;
import io.framewire.spi.Support;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes tiny codecs, honest ones or with a flaw. */
public class TinyCodecProvider implements CodecProvider {
  private static final AtomicInteger ASKED = new AtomicInteger();
  private final CodecFlaw flaw;

  /** For the service loader. */
  public TinyCodecProvider() {
    this(CodecFlaw.NONE);
  }

  TinyCodecProvider(CodecFlaw flaw) {
    this.flaw = flaw;
  }

  @Override
  public String name() {
    return flaw == CodecFlaw.HAS_A_LOUD_NAME ? "TINY" : "tiny";
  }

  @Override
  public int priority() {
    return flaw == CodecFlaw.CHANGES_ITS_PRIORITY ? ASKED.incrementAndGet() : -1;
  }

  @Override
  public Support available() {
    return flaw == CodecFlaw.WAVERS_WHETHER_IT_IS_AVAILABLE
        ? new Support(true, "asked " + ASKED.incrementAndGet() + " times")
        : Support.yes();
  }

  @Override
  public Codec create() {
    return new TinyCodec(flaw);
  }
}
