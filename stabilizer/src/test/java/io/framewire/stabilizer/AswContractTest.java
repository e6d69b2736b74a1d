package io.framewire.stabilizer;

import io.framewire.spi.StabilizerProvider;
import io.framewire.tck.StabilizerContract;
import java.util.OptionalInt;

class AswContractTest extends StabilizerContract {
  @Override
  protected StabilizerProvider provider() {
    return new AswStabilizerProvider();
  }

  @Override
  protected OptionalInt delay() {
    return OptionalInt.of(24);
  }
}
