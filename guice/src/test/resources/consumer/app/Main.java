package app;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.name.Names;
import io.framewire.FrameHandler;
import io.framewire.FrameReceiver;
import io.framewire.ReceivedFrame;
import io.framewire.guice.FramewireBinder;
import io.framewire.guice.Streams;

public class Main extends AbstractModule {
  @Singleton
  static class Counter implements FrameHandler {
    int frames;

    @Inject
    Counter() {}

    @Override
    public void handle(ReceivedFrame received) {
      frames++;
    }
  }

  @Override
  protected void configure() {
    FramewireBinder framewire = FramewireBinder.of(binder());
    framewire.receiver("viewer").at("tcp://127.0.0.1:0").handler(Counter.class);
    Provider<FrameReceiver> viewer =
        getProvider(Key.get(FrameReceiver.class, Names.named("viewer")));
    framewire
        .sender("camera")
        .source("test:64x48?fps=0")
        .with(builder -> builder.to(viewer.get().endpoint()).frames(3));
  }

  public static void main(String[] args) {
    var injector = Guice.createInjector(new Main());
    try (Streams streams = injector.getInstance(Streams.class)) {
      streams.start().get("viewer").toCompletableFuture().join();
    }
    System.out.println(
        Main.class.getModule().getName() + " " + injector.getInstance(Counter.class).frames);
  }
}
