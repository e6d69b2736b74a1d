package io.framewire.tck;

import io.framewire.spi.CodecProvider;
import io.framewire.testing.LeakCheckExtension;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the contract lets an honest codec pass, and each flaw be seen by the rule for it. */
class CodecContractTest {
  private static volatile CodecFlaw current = CodecFlaw.NONE;

  @AfterAll
  static void whatFlawsLostIsForgiven() {
    LeakCheckExtension.forgive();
  }

  @ParameterizedTest
  @EnumSource
  void exactlyTheRulesForAFlawBreak(CodecFlaw flaw) {
    current = flaw;
    SelfTest.requireExactly(flaw, Contract.class);
  }

  @Test
  void everyRuleIsBrokenByAFlaw() {
    SelfTest.requireAllBroken(CodecFlaw.values(), Contract.class);
  }

  /** Run by the tests above, not by itself. */
  static class Contract extends CodecContract {
    @RegisterExtension final FlawPatience patience = new FlawPatience(() -> current);

    @Override
    protected CodecProvider provider() {
      return current == CodecFlaw.NOT_FOUND
          ? new TinyCodecProvider() {}
          : new TinyCodecProvider(current);
    }

    @Override
    protected Duration limit() {
      return patience.limit(super.limit());
    }
  }
}
