package io.framewire.tck;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.StabilizerProvider;
import io.framewire.testing.LeakCheckExtension;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the contract lets an honest stabilizer pass, and each flaw be seen by the rule for it. */
class StabilizerContractTest {
  private static volatile StabilizerFlaw current = StabilizerFlaw.NONE;

  @AfterAll
  static void whatFlawsLostIsForgiven() {
    LeakCheckExtension.forgive();
  }

  @ParameterizedTest
  @EnumSource
  void exactlyTheRulesForAFlawBreak(StabilizerFlaw flaw) {
    current = flaw;
    SelfTest.requireExactly(flaw, Contract.class);
  }

  @Test
  void everyRuleIsBrokenByAFlaw() {
    SelfTest.requireAllBroken(StabilizerFlaw.values(), Contract.class);
  }

  /** Run by the tests above, not by itself. */
  static class Contract extends StabilizerContract {
    @RegisterExtension final FlawPatience patience = new FlawPatience(() -> current);

    @Override
    protected StabilizerProvider provider() {
      return current == StabilizerFlaw.NOT_FOUND
          ? new TinyStabilizerProvider() {}
          : new TinyStabilizerProvider(current);
    }

    @Override
    protected OptionalInt delay() {
      return OptionalInt.of(TinyStabilizerProvider.DELAY);
    }

    @Override
    protected Frame frame(int number, FramePool pool) {
      Frame frame = pool.take(DType.UINT8, 4, 4, 3);
      byte[] grey = new byte[frame.byteSize()];
      Arrays.fill(grey, (byte) number);
      frame.data().put(grey);
      return frame;
    }

    @Override
    protected Duration limit() {
      return patience.limit(super.limit());
    }
  }
}
