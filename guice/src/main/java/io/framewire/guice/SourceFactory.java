package io.framewire.guice;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.source.FrameSourceBuilder;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.Providers;
import io.framewire.spi.Stabilizer;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.Support;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Opens sources and makes stabilizers by the providers that are bound and those that are found with
 * {@code ServiceLoader}, chosen by the same rule. To be injected; used by any thread.
 */
public final class SourceFactory {
  private final Set<FrameSourceProvider> sources;
  private final Set<StabilizerProvider> stabilizers;

  SourceFactory(Set<FrameSourceProvider> sources, Set<StabilizerProvider> stabilizers) {
    this.sources = sources;
    this.stabilizers = stabilizers;
  }

  /**
   * Opens a source with its defaults.
   *
   * @param location as {@link FrameSources#open(String)} takes it
   * @return a source the caller closes
   * @throws ConfigurationException if no provider serves such a place; it says which there are
   * @throws SourceException if it cannot be opened; it names the place and the cause
   */
  public FrameSource open(String location) {
    return open(location, Map.of());
  }

  /**
   * Opens a source.
   *
   * @param location as {@link FrameSources#open(String)} takes it
   * @param options settings by name, as the source's provider documents them
   * @return a source the caller closes
   * @throws ConfigurationException if no provider serves such a place, or an option is unknown or
   *     impossible
   * @throws SourceException if it cannot be opened; it names the place and the cause
   */
  public FrameSource open(String location, Map<String, String> options) {
    return builder(location).options(options).open();
  }

  /**
   * The options of a source: a queue, opening it anew, and what {@link FrameSourceBuilder} has
   * more.
   *
   * @param location as {@link FrameSources#builder(String)} takes it
   * @return a builder that knows the bound providers, those of stabilizers too
   */
  public FrameSourceBuilder builder(String location) {
    FrameSourceBuilder builder = FrameSources.builder(location);
    sources.forEach(builder::provider);
    stabilizers.forEach(builder::provider);
    return builder;
  }

  /**
   * Makes vidgear's stabilizer, as {@link FrameSourceBuilder#stabilized()} does.
   *
   * @return a stabilizer of the provider {@code "asw"} for one stream, which the caller closes
   * @throws ConfigurationException if there is none; it says what to add
   */
  public Stabilizer stabilizer() {
    return stabilizer("asw");
  }

  /**
   * Makes a stabilizer.
   *
   * @param name its provider's name, {@code "asw"} for instance
   * @return a stabilizer for one stream, which the caller closes
   * @throws ConfigurationException if there is none of that name; it says which there are
   */
  public Stabilizer stabilizer(String name) {
    return Providers.load(StabilizerProvider.class, "stabilizer")
        .with(stabilizers)
        .choose(
            Optional.of(name),
            provider -> Support.yes(),
            "the source",
            "add io.framewire:framewire-stabilizer")
        .create();
  }
}
