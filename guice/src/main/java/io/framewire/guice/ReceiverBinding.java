package io.framewire.guice;

import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Provider;
import io.framewire.FrameHandler;
import io.framewire.FrameReceiverBuilder;
import io.framewire.ReplyHandler;
import io.framewire.error.ConfigurationException;
import io.framewire.wire.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a receiver is to be, as {@link FramewireBinder#receiver} begins it. Where an option is set
 * twice, the last one counts. Used by one thread, while modules are configured.
 */
public final class ReceiverBinding {
  private final String name;
  private final Binder binder;
  private final List<Consumer<? super FrameReceiverBuilder>> options = new ArrayList<>();
  private Optional<Provider<? extends FrameHandler>> handler = Optional.empty();
  private boolean pulled;

  ReceiverBinding(String name, Binder binder) {
    this.name = name;
    this.binder = binder;
  }

  /**
   * Where to receive, {@code tcp://*:5555} unless set.
   *
   * @param endpoint for instance {@code "tcp://127.0.0.1:0"}, where 0 is any free port
   * @return this
   * @throws ConfigurationException if it is no endpoint
   */
  public ReceiverBinding at(String endpoint) {
    return at(Endpoint.parse(endpoint));
  }

  /**
   * Where to receive, {@code tcp://*:5555} unless set.
   *
   * @param endpoint the endpoint
   * @return this
   */
  public ReceiverBinding at(Endpoint endpoint) {
    Objects.requireNonNull(endpoint, "endpoint");
    return with(builder -> builder.at(endpoint));
  }

  /**
   * Frames go to a handler that Guice makes.
   *
   * @param type what to ask the injector for, once, when {@link Streams} starts
   * @return this
   */
  public ReceiverBinding handler(Class<? extends FrameHandler> type) {
    return handler(Key.get(type));
  }

  /**
   * Frames go to a handler that Guice makes.
   *
   * @param key what to ask the injector for, once, when {@link Streams} starts
   * @return this
   */
  public ReceiverBinding handler(Key<? extends FrameHandler> key) {
    handler = Optional.of(binder.getProvider(key));
    return this;
  }

  /**
   * Frames go to a handler.
   *
   * @param handler the handler
   * @return this
   */
  public ReceiverBinding handler(FrameHandler handler) {
    Objects.requireNonNull(handler, "handler");
    this.handler = Optional.of(() -> handler);
    return this;
  }

  /**
   * Replies come from a handler that Guice makes; needs bidirectional mode, {@code with(builder ->
   * builder.bidirectional(true))}.
   *
   * @param type what to ask the injector for, once, when the receiver is made
   * @return this
   */
  public ReceiverBinding replyWith(Class<? extends ReplyHandler> type) {
    return replyWith(Key.get(type));
  }

  /**
   * Replies come from a handler that Guice makes; needs bidirectional mode, {@code with(builder ->
   * builder.bidirectional(true))}.
   *
   * @param key what to ask the injector for, once, when the receiver is made
   * @return this
   */
  public ReceiverBinding replyWith(Key<? extends ReplyHandler> key) {
    Provider<? extends ReplyHandler> maker = binder.getProvider(key);
    return with(builder -> builder.replyWith(maker.get()));
  }

  /**
   * Frames are taken by the program, which has the receiver injected: {@link Streams} binds and
   * closes it.
   *
   * @return this
   */
  public ReceiverBinding pulled() {
    pulled = true;
    return this;
  }

  /**
   * Any other option.
   *
   * @param option sets it, when the receiver is made; after the {@link StreamSettings}, in the
   *     order given
   * @return this
   */
  public ReceiverBinding with(Consumer<? super FrameReceiverBuilder> option) {
    options.add(Objects.requireNonNull(option, "option"));
    return this;
  }

  String name() {
    return name;
  }

  Optional<String> problem() {
    if (handler.isEmpty() && !pulled) {
      return Optional.of(
          "has no handler: give it one with handler(…), or say pulled() if the program takes the"
              + " frames itself");
    }
    if (handler.isPresent() && pulled) {
      return Optional.of("has a handler and is pulled: leave out handler(…) or pulled()");
    }
    return Optional.empty();
  }

  void apply(FrameReceiverBuilder builder) {
    options.forEach(option -> option.accept(builder));
  }

  Optional<FrameHandler> handler() {
    return handler.map(Provider::get);
  }
}
