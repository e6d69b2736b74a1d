package io.framewire.guice;

import com.google.inject.Binder;
import com.google.inject.Provider;
import io.framewire.FrameHandler;
import io.framewire.FrameReceiver;
import io.framewire.FrameReceiverBuilder;
import java.util.Optional;

/** Makes a receiver that was declared. */
final class ReceiverMember implements Member, Provider<FrameReceiver> {
  private final ReceiverBinding binding;
  private final Provider<FrameReceiver> singleton;
  private final Provider<Streams> streams;
  private final Provider<FrameReceiverBuilder> builders;

  ReceiverMember(ReceiverBinding binding, Binder binder, Provider<FrameReceiver> singleton) {
    this.binding = binding;
    this.singleton = singleton;
    this.streams = binder.getProvider(Streams.class);
    this.builders = binder.getProvider(FrameReceiverBuilder.class);
  }

  @Override
  public String name() {
    return binding.name();
  }

  @Override
  public Optional<String> problem() {
    return binding.problem();
  }

  @Override
  public Ready open() {
    Optional<FrameHandler> handler = binding.handler();
    FrameReceiver receiver = singleton.get();
    return new Ready(name(), handler.map(frames -> () -> receiver.start(frames)));
  }

  @Override
  public FrameReceiver get() {
    streams.get().requireOpen();
    FrameReceiverBuilder builder = builders.get();
    binding.apply(builder);
    return streams.get().opened(name(), builder.build());
  }
}
