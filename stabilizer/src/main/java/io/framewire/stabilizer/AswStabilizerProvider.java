package io.framewire.stabilizer;

import io.framewire.opencv.OpenCv;
import io.framewire.spi.Stabilizer;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.Support;
import java.util.Map;

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
    return create(Map.of());
  }

  /** With the options of {@link StabilizerBuilder#option}. */
  @Override
  public Stabilizer create(Map<String, String> options) {
    return Stabilizers.asw().options(options).build();
  }
}
