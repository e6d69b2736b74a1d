package io.framewire.stabilizer;

import io.framewire.opencv.OpenCv;
import io.framewire.spi.Stabilizer;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.Support;

/** {@code asw}: vidgear's stabilizer with its defaults, {@link Stabilizers#asw}. */
public final class AswStabilizerProvider implements StabilizerProvider {
  /** For the service loader. */
  public AswStabilizerProvider() {}

  @Override
  public String name() {
    return "asw";
  }

  @Override
  public Support available() {
    return OpenCv.available();
  }

  @Override
  public Stabilizer create() {
    return Stabilizers.asw().build();
  }
}
