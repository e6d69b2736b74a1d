package io.framewire.guice;

import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.binder.LinkedBindingBuilder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Names;
import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.error.ConfigurationException;
import io.framewire.spi.CodecProvider;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.TransportProvider;

/**
 * Declares streams and plugins in a module's {@code configure}:
 *
 * <pre>{@code
 * FramewireBinder framewire = FramewireBinder.of(binder());
 * framewire.sender("camera").to("tcp://hub:5555").source("0");
 * framewire.receiver("viewer").at("tcp://*:5556").handler(Viewer.class);
 * framewire.addSettings().toInstance(builder -> builder.reconnect(ReconnectPolicy.STANDARD));
 * }</pre>
 *
 * {@link Streams} starts and closes them; each can also be injected, as {@code @Named("camera")
 * FrameSender} and {@code @Named("viewer") FrameReceiver}, the same one each time. Nothing is
 * opened, bound or connected before one of the two happens. Used by one thread, while modules are
 * configured.
 */
public final class FramewireBinder {
  private final Binder binder;

  private FramewireBinder(Binder binder) {
    this.binder = binder;
  }

  /**
   * Begins to declare, and installs {@link FramewireModule}.
   *
   * @param binder the module's
   * @return what to declare with
   */
  public static FramewireBinder of(Binder binder) {
    Binder own =
        binder.skipSources(FramewireBinder.class, SenderBinding.class, ReceiverBinding.class);
    own.install(new FramewireModule());
    return new FramewireBinder(own);
  }

  /**
   * Declares a sender.
   *
   * @param name the name it is injected by; no other stream of the injector has it
   * @return its options; it needs a source, or {@link SenderBinding#pushed}
   * @throws ConfigurationException if the name is blank
   */
  public SenderBinding sender(String name) {
    Key<FrameSender> key = Key.get(FrameSender.class, Names.named(checked(name)));
    SenderBinding binding = new SenderBinding(name, binder);
    binder
        .bind(key)
        .toProvider(new SenderMember(binding, binder, binder.getProvider(key)))
        .in(LazySingleton.SCOPE);
    return binding;
  }

  /**
   * Declares a receiver.
   *
   * @param name the name it is injected by; no other stream of the injector has it
   * @return its options; it needs a handler, or {@link ReceiverBinding#pulled}
   * @throws ConfigurationException if the name is blank
   */
  public ReceiverBinding receiver(String name) {
    Key<FrameReceiver> key = Key.get(FrameReceiver.class, Names.named(checked(name)));
    ReceiverBinding binding = new ReceiverBinding(name, binder);
    binder
        .bind(key)
        .toProvider(new ReceiverMember(binding, binder, binder.getProvider(key)))
        .in(LazySingleton.SCOPE);
    return binding;
  }

  /**
   * Adds options for every stream.
   *
   * @return where to say which
   */
  public LinkedBindingBuilder<StreamSettings> addSettings() {
    return add(StreamSettings.class);
  }

  /**
   * Adds a provider of sources.
   *
   * @return where to say which
   */
  public LinkedBindingBuilder<FrameSourceProvider> addSources() {
    return add(FrameSourceProvider.class);
  }

  /**
   * Adds a provider of stabilizers.
   *
   * @return where to say which
   */
  public LinkedBindingBuilder<StabilizerProvider> addStabilizer() {
    return add(StabilizerProvider.class);
  }

  /**
   * Adds a provider of transports.
   *
   * @return where to say which
   */
  public LinkedBindingBuilder<TransportProvider> addTransport() {
    return add(TransportProvider.class);
  }

  /**
   * Adds a provider of codecs.
   *
   * @return where to say which
   */
  public LinkedBindingBuilder<CodecProvider> addCodec() {
    return add(CodecProvider.class);
  }

  private <T> LinkedBindingBuilder<T> add(Class<T> type) {
    return Multibinder.newSetBinder(binder, type).addBinding();
  }

  private static String checked(String name) {
    if (name.isBlank()) {
      throw new ConfigurationException(
          "a stream's name is \"" + name + "\": use a word to inject it by");
    }
    return name;
  }
}
