package io.framewire.tck;

import io.framewire.spi.TransportProvider;
import io.framewire.testing.LeakCheckExtension;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the contract lets an honest transport pass, and each flaw be seen by the rule for it. */
class TransportContractTest {
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static volatile TransportFlaw current = TransportFlaw.NONE;

  @AfterAll
  static void whatFlawsLostIsForgiven() {
    LeakCheckExtension.forgive();
  }

  @ParameterizedTest
  @EnumSource
  void exactlyTheRulesForAFlawBreak(TransportFlaw flaw) {
    current = flaw;
    SelfTest.requireExactly(flaw, Contract.class);
  }

  @Test
  void everyRuleIsBrokenByAFlaw() {
    SelfTest.requireAllBroken(TransportFlaw.values(), Contract.class);
  }

  /** Run by the tests above, not by itself. */
  static class Contract extends TransportContract {
    @RegisterExtension final FlawPatience patience = new FlawPatience(() -> current);

    @Override
    protected TransportProvider provider() {
      return current == TransportFlaw.NOT_FOUND
          ? new TinyTransportProvider() {}
          : new TinyTransportProvider(current);
    }

    @Override
    protected Endpoint endpoint() {
      return new Endpoint("mem", "tiny-" + NAMES.incrementAndGet());
    }

    @Override
    protected Set<Pattern> patterns() {
      return current.rules().isEmpty() ? super.patterns() : EnumSet.of(Pattern.PUSH_PULL);
    }

    @Override
    protected Duration limit() {
      return patience.limit(super.limit());
    }
  }
}
