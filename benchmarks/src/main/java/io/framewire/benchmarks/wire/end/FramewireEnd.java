package io.framewire.benchmarks.wire.end;

import io.framewire.FrameReceiver;
import io.framewire.FrameReceiverBuilder;
import io.framewire.FrameSender;
import io.framewire.FrameSenderBuilder;
import io.framewire.ReceivedFrame;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.wire.Security;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Framewire as an end, over its public API. */
final class FramewireEnd implements End {
  private final EndOptions options;

  FramewireEnd(EndOptions options) {
    this.options = options;
  }

  @Override
  public void send(Pictures pictures) {
    FrameSenderBuilder builder =
        FrameSender.builder().to(options.endpoint()).pattern(options.pattern());
    options.keys().ifPresent(keys -> builder.security(client(keys)));
    switch (options.frames()) {
      case "ready" -> run(builder, ready(pictures));
      case "drawn" -> run(builder, drawn(pictures));
      case "push" -> push(builder, pictures);
      default ->
          throw new IllegalArgumentException(
              "--style is ready, drawn or push: " + options.frames());
    }
  }

  private static void run(FrameSenderBuilder builder, FrameSource source) {
    try (source;
        FrameSender sender = builder.source(source).build()) {
      sender.run();
    }
  }

  /**
   * Frames that lie in memory already, as many as the other peers' in turn; one pool would give the
   * same two again and again, which the processor then has at hand.
   */
  private FrameSource ready(Pictures pictures) {
    Deque<FramePool> turns = new ArrayDeque<>();
    for (int place = 0; place < options.pictures(); place++) {
      turns.add(new FramePool());
    }
    return FrameSource.of(
        pool -> {
          pictures.awaitNext();
          FramePool place = turns.removeFirst();
          turns.addLast(place);
          Frame frame = take(place);
          pictures.ready(frame.data());
          return Optional.of(frame);
        });
  }

  /** The synthetic source, which draws every frame. */
  private FrameSource drawn(Pictures pictures) {
    FrameSource test =
        FrameSources.open("test:" + options.width() + "x" + options.height() + "?fps=0");
    return FrameSource.of(
        pool -> {
          pictures.awaitNext();
          Optional<Frame> frame = test.read(pool);
          frame.ifPresent(drawn -> pictures.stamp(drawn.data()));
          return frame;
        });
  }

  /** The caller's own frames, sent again and again. */
  private void push(FrameSenderBuilder builder, Pictures pictures) {
    try (FrameSender sender = builder.build()) {
      Frame[] frames = new Frame[options.pictures()];
      for (int index = 0; index < frames.length; index++) {
        frames[index] = take(sender.pool());
      }
      for (int index = 0; ; index = (index + 1) % frames.length) {
        pictures.awaitNext();
        pictures.ready(frames[index].data());
        sender.send(frames[index]).close();
      }
    }
  }

  private Frame take(FramePool pool) {
    return pool.take(DType.UINT8, options.height(), options.width(), 3);
  }

  private static Security client(Path keys) {
    return new Security.Client(keys.resolve("sender.key_secret"), keys.resolve("receiver.key"));
  }

  private static Security server(Path keys) {
    return new Security.Server(keys.resolve("receiver.key_secret"), keys);
  }

  @Override
  public void receive(Watch watch) {
    Pace pace = new Pace(options.rate());
    FrameReceiverBuilder builder =
        FrameReceiver.builder().at(options.endpoint()).pattern(options.pattern());
    options.keys().ifPresent(keys -> builder.security(server(keys)));
    try (FrameReceiver receiver = builder.build()) {
      for (ReceivedFrame received : receiver) {
        watch.took(received.frame()::data);
        pace.await();
      }
    }
  }
}
