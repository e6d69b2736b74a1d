package io.framewire.tck;

import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.testing.LeakCheckExtension;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That the contract lets an honest source pass, and each flaw be seen by the rule that is for it.
 */
class FrameSourceContractTest {
  private static volatile SourceFlaw current = SourceFlaw.NONE;

  @AfterAll
  static void whatFlawsLostIsForgiven() {
    LeakCheckExtension.forgive();
  }

  @ParameterizedTest
  @EnumSource
  void exactlyTheRulesForAFlawBreak(SourceFlaw flaw) {
    current = flaw;
    SelfTest.requireExactly(flaw, Contract.class);
  }

  @Test
  void everyRuleIsBrokenByAFlaw() {
    SelfTest.requireAllBroken(SourceFlaw.values(), Contract.class);
  }

  /** Run by the tests above, not by itself. */
  static class Contract extends FrameSourceContract {
    @RegisterExtension final FlawPatience patience = new FlawPatience(() -> current);

    @Override
    protected FrameSourceProvider provider() {
      return current == SourceFlaw.NOT_FOUND
          ? new TinySourceProvider() {}
          : new TinySourceProvider(current);
    }

    @Override
    protected String location() {
      return "tiny:7";
    }

    @Override
    protected String badLocation() {
      return "tiny:many";
    }

    @Override
    protected OptionalInt frames() {
      return OptionalInt.of(7);
    }

    @Override
    protected FrameSource openSlow() {
      return provider().create(new SourceRequest("tiny:-1", Map.of()));
    }

    @Override
    protected Duration limit() {
      return patience.limit(super.limit());
    }
  }
}
