package io.framewire.guice;

import com.google.inject.Binder;
import com.google.inject.Provider;
import io.framewire.FrameSender;
import io.framewire.FrameSenderBuilder;
import io.framewire.spi.FrameSource;
import java.util.Optional;

/** Makes a sender that was declared. */
final class SenderMember implements Member, Provider<FrameSender> {
  private final SenderBinding binding;
  private final Provider<FrameSender> singleton;
  private final Provider<Streams> streams;
  private final Provider<FrameSenderBuilder> builders;
  private final Provider<SourceFactory> sources;

  SenderMember(SenderBinding binding, Binder binder, Provider<FrameSender> singleton) {
    this.binding = binding;
    this.singleton = singleton;
    this.streams = binder.getProvider(Streams.class);
    this.builders = binder.getProvider(FrameSenderBuilder.class);
    this.sources = binder.getProvider(SourceFactory.class);
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
    FrameSender sender = singleton.get();
    return new Ready(
        name(), binding.isPushed() ? Optional.empty() : Optional.of(() -> sender.start()));
  }

  @Override
  public FrameSender get() {
    streams.get().requireOpen();
    FrameSenderBuilder builder = builders.get();
    binding.apply(builder);
    Optional<FrameSource> source = binding.open(sources.get());
    try {
      source.ifPresent(builder::source);
      return streams.get().opened(name(), builder.build());
    } catch (RuntimeException | Error failure) {
      source.ifPresent(opened -> Undo.close(opened, failure));
      throw failure;
    }
  }
}
