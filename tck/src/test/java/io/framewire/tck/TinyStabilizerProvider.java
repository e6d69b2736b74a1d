package io.framewire.tck;

import io.framewire.spi.Stabilizer;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.Support;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds two frames back, and changes none; or has a flaw. */
public class TinyStabilizerProvider implements StabilizerProvider {
  static final int DELAY = 2;

  private static final AtomicInteger ASKED = new AtomicInteger();
  private final StabilizerFlaw flaw;

  /** For the service loader. */
  public TinyStabilizerProvider() {
    this(StabilizerFlaw.NONE);
  }

  TinyStabilizerProvider(StabilizerFlaw flaw) {
    this.flaw = flaw;
  }

  @Override
  public String name() {
    return flaw == StabilizerFlaw.HAS_A_LOUD_NAME ? "Tiny Stabilizer" : "tiny";
  }

  @Override
  public int priority() {
    return flaw == StabilizerFlaw.CHANGES_ITS_PRIORITY ? ASKED.incrementAndGet() : -1;
  }

  @Override
  public Support available() {
    return flaw == StabilizerFlaw.WAVERS_WHETHER_IT_IS_AVAILABLE
        ? new Support(true, "asked " + ASKED.incrementAndGet() + " times")
        : Support.yes();
  }

  @Override
  public Stabilizer create() {
    return new TinyStabilizer(flaw);
  }

  @Override
  public Stabilizer create(Map<String, String> options) {
    return flaw == StabilizerFlaw.IGNORES_UNKNOWN_OPTIONS
        ? create()
        : StabilizerProvider.super.create(options);
  }
}
