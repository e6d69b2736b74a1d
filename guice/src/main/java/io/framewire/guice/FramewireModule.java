package io.framewire.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.util.Types;
import io.framewire.FrameReceiverBuilder;
import io.framewire.FrameSenderBuilder;
import io.framewire.spi.CodecProvider;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.TransportProvider;
import java.util.Set;

/**
 * What any program that uses Framewire with Guice can have injected:
 *
 * <ul>
 *   <li>{@link Streams}, which starts and closes all senders and receivers that are declared with
 *       {@link FramewireBinder}; at most one for each injector;
 *   <li>{@link SourceFactory}, which opens sources;
 *   <li>{@link FrameSenderBuilder} and {@link FrameReceiverBuilder}, a new one each time, for
 *       streams that come and go. What they build belongs to whoever built it, not to {@link
 *       Streams}.
 * </ul>
 *
 * All of them know the plugins that {@link FramewireBinder} binds, beside those that are found with
 * {@code ServiceLoader}, and the builders also the {@link StreamSettings}. {@link FramewireBinder}
 * installs this module; it can be installed more than once.
 */
public final class FramewireModule extends AbstractModule {
  /** For {@code install} and {@code Guice.createInjector}. */
  public FramewireModule() {}

  @Override
  protected void configure() {
    Provider<Set<FrameSourceProvider>> sources = set(FrameSourceProvider.class);
    Provider<Set<StabilizerProvider>> stabilizers = set(StabilizerProvider.class);
    Provider<SourceFactory> factory = () -> new SourceFactory(sources.get(), stabilizers.get());
    bind(SourceFactory.class).toProvider(factory);

    Provider<Builders> builders = builders();
    Provider<FrameSenderBuilder> sender = () -> builders.get().sender();
    bind(FrameSenderBuilder.class).toProvider(sender);
    Provider<FrameReceiverBuilder> receiver = () -> builders.get().receiver();
    bind(FrameReceiverBuilder.class).toProvider(receiver);

    Provider<Injector> injector = getProvider(Injector.class);
    Provider<Streams> streams = () -> new Streams(Members.of(injector.get()));
    bind(Streams.class).toProvider(streams).asEagerSingleton();
  }

  private Provider<Builders> builders() {
    Provider<Set<TransportProvider>> transports = set(TransportProvider.class);
    Provider<Set<CodecProvider>> codecs = set(CodecProvider.class);
    Provider<Set<StreamSettings>> settings = set(StreamSettings.class);
    return () -> new Builders(transports.get(), codecs.get(), settings.get());
  }

  @SuppressWarnings("unchecked") // Types.setOf(type) is the type of a Set of it
  private <T> Provider<Set<T>> set(Class<T> type) {
    Multibinder.newSetBinder(binder(), type);
    return getProvider((Key<Set<T>>) Key.get(Types.setOf(type)));
  }

  /** Equal modules are installed once. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FramewireModule;
  }

  @Override
  public int hashCode() {
    return FramewireModule.class.hashCode();
  }
}
