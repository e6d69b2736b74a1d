package io.framewire.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProvidersTest {
  private final List<ServiceLoader.Provider<Provider>> candidates = new ArrayList<>();

  @Test
  void areInOrderOfPriorityThenClassName() {
    add(Beta::new, Alpha::new, High::new, Beta::new, Low::new);
    assertThat(load().all())
        .extracting(provider -> provider.getClass().getSimpleName())
        .containsExactly("High", "Alpha", "Beta", "Beta", "Low");
    assertThat(load().choose(Optional.empty(), provider -> Support.yes(), "x", "y").name())
        .isEqualTo("high");
  }

  @Test
  void passOverWhoDoesNotSupportOrIsNotAvailable() {
    add(High::new, Unavailable::new, Alpha::new);
    Provider chosen =
        load()
            .choose(
                Optional.empty(),
                provider -> Support.when(!provider.name().equals("high"), "too high"),
                "x",
                "y");
    assertThat(chosen.name()).isEqualTo("alpha");
  }

  @Test
  void areChosenByNameAgainstTheOrder() {
    add(High::new, Alpha::new);
    assertThat(load().choose(Optional.of("alpha"), provider -> Support.yes(), "x", "y").name())
        .isEqualTo("alpha");
  }

  @Test
  void sayWhatWasFoundWhyItWasRejectedAndWhatToAdd() {
    add(Alpha::new, Unavailable::new, Broken::new);
    assertThatThrownBy(
            () ->
                load()
                    .choose(
                        Optional.empty(),
                        provider ->
                            Support.when(!provider.name().equals("alpha"), "serves other things"),
                        "\"thing\"",
                        "add the-artifact"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("no test plugin for \"thing\" (")
        .hasMessageContaining("alpha: serves other things")
        .hasMessageContaining("unavailable: no driver")
        .hasMessageContaining("not loadable:")
        .hasMessageContaining("Broken could not be instantiated")
        .hasMessageContaining("no library")
        .hasMessageEndingWith(": add the-artifact");
  }

  @Test
  void sayThatNoneWasFound() {
    assertThatThrownBy(
            () -> load().choose(Optional.empty(), provider -> Support.yes(), "x", "add y"))
        .hasMessage("no test plugin for x (none was found): add y");
  }

  @Test
  void skipWhatCannotBeLoadedAndReportIt() {
    add(Broken::new, Alpha::new, NativeMissing::new, NoPriority::new);
    Providers<Provider> providers = load();
    assertThat(providers.all()).hasOnlyElementsOfType(Alpha.class).hasSize(1);
    assertThat(providers.broken())
        .hasSize(3)
        .anyMatch(words -> words.contains("no library"))
        .anyMatch(words -> words.contains("UnsatisfiedLinkError"))
        .anyMatch(words -> words.contains("no priority"));
  }

  @Test
  void passOverWhoThrowsWhenAsked() {
    add(Throwing::new, Alpha::new);
    assertThat(load().choose(Optional.empty(), provider -> Support.yes(), "x", "y").name())
        .isEqualTo("alpha");
    assertThatThrownBy(
            () ->
                load()
                    .choose(
                        Optional.empty(),
                        provider -> {
                          throw new IllegalStateException("cannot say");
                        },
                        "x",
                        "y"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("alpha: broken: java.lang.IllegalStateException: cannot say");
  }

  @Test
  void takeWhatIsGivenByTheSameRule() {
    add(Beta::new, Alpha::new);
    Providers<Provider> providers = load().with(List.of(new Low(), new High()));
    assertThat(providers.all())
        .extracting(provider -> provider.getClass().getSimpleName())
        .containsExactly("High", "Alpha", "Beta", "Low");
    assertThat(load().all()).as("what was found stays as it was").hasSize(2);
  }

  @Test
  void countAClassThatIsFoundAndGivenOnce() {
    add(Beta::new, Alpha::new);
    Provider given = new Alpha();
    assertThat(load().with(List.of(given)).all()).hasSize(2).first().isSameAs(given);
  }

  @Test
  void reportWhatIsGivenAndBrokenWithTheRest() {
    add(Broken::new, Alpha::new);
    Providers<Provider> providers = load().with(List.of(new NoPriority()));
    assertThat(providers.all()).hasOnlyElementsOfType(Alpha.class).hasSize(1);
    assertThat(providers.broken())
        .hasSize(2)
        .anyMatch(words -> words.contains("no library"))
        .anyMatch(words -> words.contains("no priority"));
  }

  @SafeVarargs
  private void add(Supplier<Provider>... made) {
    for (Supplier<Provider> supplier : made) {
      candidates.add(new Candidate(supplier));
    }
  }

  private Providers<Provider> load() {
    return Providers.from(candidates.iterator(), "test plugin");
  }

  private record Candidate(Supplier<Provider> made) implements ServiceLoader.Provider<Provider> {
    @Override
    public Class<? extends Provider> type() {
      return Provider.class;
    }

    @Override
    public Provider get() {
      return made.get();
    }
  }

  private static class Alpha implements Provider {
    @Override
    public String name() {
      return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
  }

  private static final class Beta extends Alpha {}

  private static final class High extends Alpha {
    @Override
    public int priority() {
      return Integer.MAX_VALUE;
    }
  }

  private static final class Low extends Alpha {
    @Override
    public int priority() {
      return Integer.MIN_VALUE;
    }
  }

  private static final class Unavailable extends Alpha {
    @Override
    public Support available() {
      return Support.no("no driver");
    }
  }

  private static final class Throwing extends Alpha {
    @Override
    public int priority() {
      return 1;
    }

    @Override
    public Support available() {
      throw new UnsatisfiedLinkError();
    }
  }

  private static final class NoPriority extends Alpha {
    @Override
    public int priority() {
      throw new IllegalStateException("no priority");
    }
  }

  private static final class NativeMissing extends Alpha {
    NativeMissing() {
      throw new UnsatisfiedLinkError();
    }
  }

  private static final class Broken extends Alpha {
    Broken() {
      throw new ServiceConfigurationError(
          "Broken could not be instantiated", new IllegalStateException("no library"));
    }
  }
}
