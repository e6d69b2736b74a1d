package io.framewire.stabilizer;

import io.framewire.opencv.OpenCv;
import io.framewire.spi.Stabilizer;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.Support;
import java.util.Map;

/** {@code online}: one frame's delay, {@link Stabilizers#online}. Taken where it is asked for. */
public final class OnlineStabilizerProvider implements StabilizerProvider {
  private static final int AFTER_THE_OTHERS = -1;

  /** For the service loader. */
  public OnlineStabilizerProvider() {}

  @Override
  public String name() {
    return "online";
  }

  @Override
  public int priority() {
    return AFTER_THE_OTHERS;
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
    return Stabilizers.online().options(options).build();
  }
}
