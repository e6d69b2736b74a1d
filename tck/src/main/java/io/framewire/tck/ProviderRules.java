package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.framewire.spi.Provider;
import io.framewire.spi.Providers;
import io.framewire.spi.Support;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What holds for the providers of all SPIs: how one is found, called, and asked. By itself, for
 * some rules count the threads and frames of the whole program.
 */
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
abstract class ProviderRules<P extends Provider> {
  private final Class<P> spi;

  ProviderRules(Class<P> spi) {
    this.spi = spi;
  }

  /**
   * The provider to test.
   *
   * @return a new one each time
   */
  protected abstract P provider();

  /**
   * Whether programs find it with {@link java.util.ServiceLoader}; otherwise they are given it.
   *
   * @return true by default
   */
  protected boolean foundByServiceLoader() {
    return true;
  }

  /**
   * How long anything may take that has to end: to open, to deliver, to be closed.
   *
   * @return 30 seconds by default, for a machine that is busy
   */
  protected Duration limit() {
    return Duration.ofSeconds(30);
  }

  @Test
  void isFoundByTheServiceLoader() {
    if (foundByServiceLoader()) {
      assertThat(Providers.load(spi, "plugin").all())
          .as(
              "name it in META-INF/services/%s, and in module-info.java if there is one",
              spi.getName())
          .anyMatch(found -> found.getClass() == provider().getClass());
    }
  }

  @Test
  void hasAShortNameInLowerCase() {
    assertThat(provider().name()).matches("[a-z][a-z0-9._-]*");
  }

  @Test
  void nameAndPriorityStayTheSame() {
    P provider = provider();
    String name = provider.name();
    int priority = provider.priority();
    assertThat(provider.name()).isEqualTo(name);
    assertThat(provider.priority()).isEqualTo(priority);
    assertThat(provider().name()).isEqualTo(name);
    assertThat(provider().priority()).isEqualTo(priority);
  }

  @Test
  void saysWhetherItIsAvailableWithAReasonAndStandsByIt() {
    P provider = provider();
    answersPlainly(
        "available()",
        () -> {
          Support first = provider.available();
          assertThat(provider.available()).isEqualTo(first);
          return first;
        });
  }

  /** A yes, or a no with a reason in one line, in time and without leaving a thread. */
  final Support answersPlainly(String question, Patience.Task<Support> asked) {
    // what is loaded once, native code for instance, may leave threads of its own
    patience().call(question, asked);
    Threads before = Threads.now();
    Support answer = patience().call(question, asked);
    assertThat(answer).as(question).isNotNull();
    if (!answer.supported()) {
      assertThat(answer.reason()).as("the reason of " + question).isNotBlank();
    }
    before.requireNoMore(limit(), question);
    return answer;
  }

  /** Where the provider cannot work on this machine, the rules that need what it makes skip. */
  final void requireAvailable() {
    Support here = provider().available();
    assumeTrue(here.supported(), here::reason);
  }

  final Patience patience() {
    return new Patience(limit());
  }

  /** For calls that have the limit as their own timeout, and say themselves how they ended. */
  final Patience longPatience() {
    return new Patience(limit().multipliedBy(2));
  }
}
