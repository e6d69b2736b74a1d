package io.framewire.guice;

import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.name.Names;
import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.StreamSummary;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Streams between the declarations of one injector, over a free port of this machine. */
final class Local {
  static final String ANYWHERE = "tcp://127.0.0.1:0";

  private Local() {}

  static Module module(BiConsumer<Binder, FramewireBinder> declarations) {
    return binder -> {
      FramewireBinder framewire = FramewireBinder.of(binder);
      framewire.addSettings().toInstance(builder -> builder.timeout(Duration.ofSeconds(20)));
      declarations.accept(binder, framewire);
    };
  }

  /** A sender to a receiver of the same injector. */
  static SenderBinding sender(Binder binder, FramewireBinder framewire, String name, String to) {
    Provider<FrameReceiver> receiver = binder.getProvider(receiver(to));
    return framewire.sender(name).with(builder -> builder.to(receiver.get().endpoint()));
  }

  static Key<FrameSender> sender(String name) {
    return Key.get(FrameSender.class, Names.named(name));
  }

  static Key<FrameReceiver> receiver(String name) {
    return Key.get(FrameReceiver.class, Names.named(name));
  }

  static StreamSummary ended(Map<String, CompletionStage<StreamSummary>> running, String name)
      throws Exception {
    return running.get(name).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  static Throwable failed(Map<String, CompletionStage<StreamSummary>> running, String name) {
    try {
      running.get(name).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
      throw new AssertionError(name + " did not fail");
    } catch (CompletionException failure) {
      return failure.getCause();
    }
  }

  /** Pictures without end, until it is closed. */
  static final class Pictures implements FrameSource {
    private final Runnable onClose;
    private boolean closed;

    Pictures(Runnable onClose) {
      this.onClose = onClose;
    }

    @Override
    public Optional<Frame> read(FramePool pool) {
      synchronized (this) {
        if (closed) {
          return Optional.empty();
        }
      }
      Frame frame = pool.take(DType.UINT8, 8, 8);
      frame.data().put(new byte[64]);
      return Optional.of(frame);
    }

    @Override
    public void close() {
      synchronized (this) {
        if (closed) {
          return;
        }
        closed = true;
      }
      onClose.run();
    }
  }
}
