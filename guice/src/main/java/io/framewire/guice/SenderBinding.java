package io.framewire.guice;

import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Provider;
import io.framewire.FrameSenderBuilder;
import io.framewire.error.ConfigurationException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.Stabilizer;
import io.framewire.wire.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a sender is to be, as {@link FramewireBinder#sender} begins it. Where an option is set
 * twice, the last one counts. Used by one thread, while modules are configured.
 */
public final class SenderBinding {
  private final String name;
  private final Binder binder;
  private final List<Consumer<? super FrameSenderBuilder>> options = new ArrayList<>();
  private Optional<Function<SourceFactory, FrameSource>> source = Optional.empty();
  private Optional<Function<SourceFactory, Stabilizer>> stabilizer = Optional.empty();
  private boolean pushed;

  SenderBinding(String name, Binder binder) {
    this.name = name;
    this.binder = binder;
  }

  /**
   * Where to send to, {@code tcp://localhost:5555} unless set.
   *
   * @param endpoint for instance {@code "tcp://192.168.0.7:5555"}
   * @return this
   * @throws ConfigurationException if it is no endpoint
   */
  public SenderBinding to(String endpoint) {
    return to(Endpoint.parse(endpoint));
  }

  /**
   * Where to send to, {@code tcp://localhost:5555} unless set.
   *
   * @param endpoint the endpoint
   * @return this
   */
  public SenderBinding to(Endpoint endpoint) {
    Objects.requireNonNull(endpoint, "endpoint");
    return with(builder -> builder.to(endpoint));
  }

  /**
   * Frames come from a place that a provider knows, bound or found.
   *
   * @param location as {@link SourceFactory#open(String)} takes it
   * @return this
   */
  public SenderBinding source(String location) {
    return source(location, Map.of());
  }

  /**
   * Frames come from a place that a provider knows, bound or found.
   *
   * @param location as {@link SourceFactory#open(String)} takes it
   * @param options settings by name, as the source's provider documents them
   * @return this
   */
  public SenderBinding source(String location, Map<String, String> options) {
    Objects.requireNonNull(location, "location");
    Map<String, String> settings = Map.copyOf(options);
    source = Optional.of(factory -> factory.open(location, settings));
    return this;
  }

  /**
   * Frames come from a source that Guice makes.
   *
   * @param type what to ask the injector for; the sender closes what it gives
   * @return this
   */
  public SenderBinding source(Class<? extends FrameSource> type) {
    return source(Key.get(type));
  }

  /**
   * Frames come from a source that Guice makes.
   *
   * @param key what to ask the injector for; the sender closes what it gives
   * @return this
   */
  public SenderBinding source(Key<? extends FrameSource> key) {
    return source(binder.getProvider(key));
  }

  /**
   * Frames come from a source that the program makes:
   *
   * <pre>{@code
   * framewire.sender("noise").source(() -> FrameSource.of(pool -> Optional.of(noise(pool))));
   * }</pre>
   *
   * @param maker is asked once, when the sender is; the sender closes what it gives
   * @return this
   */
  public SenderBinding source(Provider<? extends FrameSource> maker) {
    Objects.requireNonNull(maker, "maker");
    source = Optional.of(factory -> maker.get());
    return this;
  }

  /**
   * Passes the frames through vidgear's stabilizer, {@code asw}.
   *
   * @return this
   */
  public SenderBinding stabilized() {
    stabilizer = Optional.of(SourceFactory::stabilizer);
    return this;
  }

  /**
   * Passes the frames through a stabilizer.
   *
   * @param name its provider's name, {@code "asw"} for instance
   * @return this
   */
  public SenderBinding stabilized(String name) {
    Objects.requireNonNull(name, "name");
    stabilizer = Optional.of(factory -> factory.stabilizer(name));
    return this;
  }

  /**
   * Frames are pushed by the program, which has the sender injected: {@link Streams} connects and
   * closes it.
   *
   * @return this
   */
  public SenderBinding pushed() {
    pushed = true;
    return this;
  }

  /**
   * Any other option.
   *
   * @param option sets it, when the sender is made; after the {@link StreamSettings}, in the order
   *     given
   * @return this
   */
  public SenderBinding with(Consumer<? super FrameSenderBuilder> option) {
    options.add(Objects.requireNonNull(option, "option"));
    return this;
  }

  String name() {
    return name;
  }

  boolean isPushed() {
    return pushed;
  }

  Optional<String> problem() {
    if (source.isEmpty() && stabilizer.isPresent()) {
      return Optional.of("is stabilized but has no source: give it one with source(…)");
    }
    if (source.isEmpty() && !pushed) {
      return Optional.of(
          "has no source: give it one with source(…), or say pushed() if the program sends the"
              + " frames itself");
    }
    if (source.isPresent() && pushed) {
      return Optional.of("has a source and is pushed: leave out source(…) or pushed()");
    }
    return Optional.empty();
  }

  void apply(FrameSenderBuilder builder) {
    options.forEach(option -> option.accept(builder));
  }

  Optional<FrameSource> open(SourceFactory factory) {
    return source.map(
        opener -> {
          FrameSource opened = opener.apply(factory);
          return stabilizer.isEmpty() ? opened : stabilized(opened, factory);
        });
  }

  private FrameSource stabilized(FrameSource opened, SourceFactory factory) {
    try {
      return opened.stabilized(stabilizer.orElseThrow().apply(factory));
    } catch (RuntimeException | Error failure) {
      Undo.close(opened, failure);
      throw failure;
    }
  }
}
