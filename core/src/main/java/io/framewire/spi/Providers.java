package io.framewire.spi;

import io.framewire.error.ConfigurationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers of one SPI, found on the class path and the module path, or given by the program.
 * One that cannot be loaded is reported and skipped. The order, and so the choice, is always the
 * same: priority, then class name. Immutable.
 *
 * @param <P> the SPI's provider type
 */
public final class Providers<P extends Provider> {
  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

  private final String what;
  private final List<Ranked<P>> ranked;
  private final List<String> broken;

  private Providers(String what, List<Ranked<P>> candidates, List<String> broken) {
    this.what = what;
    this.ranked =
        candidates.stream()
            .sorted(
                Comparator.comparingInt((Ranked<P> each) -> each.priority())
                    .reversed()
                    .thenComparing(each -> each.provider().getClass().getName()))
            .toList();
    this.broken = List.copyOf(broken);
  }

  /**
   * Looks for providers with the thread's context class loader.
   *
   * @param <P> the SPI's provider type
   * @param type the SPI's provider type
   * @param what the word for it in messages, {@code "transport"} for instance
   * @return what there is
   */
  public static <P extends Provider> Providers<P> load(Class<P> type, String what) {
    return from(ServiceLoader.load(type).stream().iterator(), what);
  }

  static <P extends Provider> Providers<P> from(
      Iterator<? extends ServiceLoader.Provider<P>> candidates, String what) {
    List<Ranked<P>> found = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    while (true) {
      try {
        if (!candidates.hasNext()) {
          break;
        }
        found.add(Ranked.of(candidates.next().get()));
      } catch (ServiceConfigurationError | LinkageError | RuntimeException failure) {
        skip(what, failure, broken);
      }
    }
    return new Providers<>(what, found, broken);
  }

  /**
   * These and some that the program brings itself, by the same rule.
   *
   * @param given more providers; one of a class that was found too takes its place
   * @return all of them
   */
  public Providers<P> with(Collection<? extends P> given) {
    Set<Class<?>> classes = given.stream().map(Object::getClass).collect(Collectors.toSet());
    List<Ranked<P>> all = new ArrayList<>(ranked);
    all.removeIf(found -> classes.contains(found.provider().getClass()));
    List<String> brokenToo = new ArrayList<>(broken);
    for (P provider : given) {
      try {
        all.add(Ranked.of(provider));
      } catch (LinkageError | RuntimeException failure) {
        skip(what, failure, brokenToo);
      }
    }
    return new Providers<>(what, all, brokenToo);
  }

  private static void skip(String what, Throwable failure, List<String> broken) {
    String words = words(failure);
    LOG.warn("skipping a {} provider that cannot be loaded: {}", what, words);
    broken.add(words);
  }

  /**
   * Every provider there is, but those that could not be loaded, in order of choice.
   *
   * @return the providers
   */
  public List<P> all() {
    return ranked.stream().map(Ranked::provider).toList();
  }

  /**
   * What could not be loaded.
   *
   * @return for each, what went wrong
   */
  public List<String> broken() {
    return broken;
  }

  /**
   * Chooses the first provider that is available and supports the request.
   *
   * @param name the name of the only one to consider; empty for any
   * @param supports asks a provider whether it can serve the request
   * @param request the request in words, for the error
   * @param hint what to add where nothing serves, for the error
   * @return the provider
   * @throws ConfigurationException if none can; it says which were found and why each was rejected
   */
  public P choose(
      Optional<String> name, Function<P, Support> supports, String request, String hint) {
    List<String> rejected = new ArrayList<>();
    for (P provider : all()) {
      Support answer = answer(provider, name, supports);
      if (answer.supported()) {
        return provider;
      }
      rejected.add(label(provider) + ": " + answer.reason());
    }
    broken.forEach(failure -> rejected.add("not loadable: " + failure));
    String reasons =
        rejected.isEmpty() ? "none was found" : rejected.stream().collect(Collectors.joining("; "));
    throw new ConfigurationException(
        "no " + what + " for " + request + " (" + reasons + "): " + hint);
  }

  /**
   * Those that would serve a request and cannot work on this machine.
   *
   * @param supports asks a provider whether it can serve the request
   * @return for each its name and the reason
   */
  public List<String> unavailable(Function<P, Support> supports) {
    return all().stream()
        .filter(provider -> answer(provider, supports).supported())
        .filter(provider -> !answer(provider, Provider::available).supported())
        .map(provider -> label(provider) + ": " + answer(provider, Provider::available).reason())
        .toList();
  }

  private Support answer(P provider, Function<P, Support> question) {
    try {
      return question.apply(provider);
    } catch (LinkageError | RuntimeException failure) {
      return Support.no("broken: " + failure);
    }
  }

  private Support answer(P provider, Optional<String> name, Function<P, Support> supports) {
    try {
      if (name.isPresent() && !name.get().equals(provider.name())) {
        return Support.no("not the one asked for, " + name.get());
      }
      Support supported = supports.apply(provider);
      return supported.supported() ? provider.available() : supported;
    } catch (LinkageError | RuntimeException failure) {
      LOG.warn("passing over {}, which is broken: {}", label(provider), failure.toString());
      return Support.no("broken: " + failure);
    }
  }

  private static String label(Provider provider) {
    try {
      return provider.name();
    } catch (LinkageError | RuntimeException failure) {
      return provider.getClass().getName();
    }
  }

  private static String words(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure + (cause == null ? "" : ": " + cause);
  }

  private record Ranked<P extends Provider>(P provider, int priority) {
    static <P extends Provider> Ranked<P> of(P provider) {
      return new Ranked<>(provider, provider.priority());
    }
  }
}
