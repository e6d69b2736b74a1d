package io.framewire.stabilizer;

import io.framewire.spi.StabilizerProvider;
import io.framewire.tck.StabilizerContract;
import java.util.OptionalInt;

class OnlineContractTest extends StabilizerContract {
  @Override
  protected StabilizerProvider provider() {
    return new OnlineStabilizerProvider();
  }

  @Override
  protected OptionalInt delay() {
    return OptionalInt.of(1);
  }
}
