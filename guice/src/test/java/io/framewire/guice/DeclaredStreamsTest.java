package io.framewire.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import com.google.inject.name.Named;
import io.framewire.Ended;
import io.framewire.FrameHandler;
import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.ReceivedFrame;
import io.framewire.Reply;
import io.framewire.ReplyHandler;
import io.framewire.StreamSummary;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeclaredStreamsTest {
  @Test
  void carryFramesFromAPlaceToAHandlerThatGuiceMakes() throws Exception {
    Injector injector =
        Guice.createInjector(
            Local.module(
                (binder, framewire) -> {
                  Local.sender(binder, framewire, "camera", "viewer")
                      .source("test:64x48", Map.of("fps", "0"))
                      .with(builder -> builder.frames(5));
                  framewire.receiver("viewer").at(Local.ANYWHERE).handler(Viewer.class);
                }));
    try (Streams streams = injector.getInstance(Streams.class)) {
      Map<String, CompletionStage<StreamSummary>> running = streams.start();
      assertThat(running.keySet()).containsExactly("viewer", "camera");
      assertThat(Local.ended(running, "viewer").ended()).isEqualTo(Ended.TERMINATED);
      assertThat(Local.ended(running, "camera").ended()).isEqualTo(Ended.FRAMES);
      assertThat(injector.getInstance(Seen.class).shapes).hasSize(5).containsOnly("[48, 64, 3]");
    }
  }

  @Test
  void letTheProgramPushAndPullWhatIsInjected() {
    Module module =
        Local.module(
            (binder, framewire) -> {
              Local.sender(binder, framewire, "out", "in").pushed();
              framewire.receiver("in").at(Local.ANYWHERE).pulled();
            });
    Injector injector = Guice.createInjector(module);
    Program program = injector.getInstance(Program.class);
    try (Streams streams = injector.getInstance(Streams.class)) {
      assertThat(streams.start()).as("nothing runs by itself").isEmpty();
      CompletionStage<StreamSummary> seen = program.in.start(received -> {});
      try (Frame frame = program.out.pool().take(DType.UINT8, 2, 2)) {
        program.out.send(frame).close();
      }
      program.out.close();
      assertThat(seen.toCompletableFuture())
          .succeedsWithin(Duration.ofSeconds(30))
          .satisfies(summary -> assertThat(summary.statistics().frames()).isEqualTo(1));
    }
  }

  @Test
  void replyWithWhatAHandlerOfGuicesMakes() throws Exception {
    List<Object> replies = new ArrayList<>();
    Module module =
        Local.module(
            (binder, framewire) -> {
              framewire.addSettings().toInstance(builder -> builder.bidirectional(true));
              Local.sender(binder, framewire, "out", "in")
                  .source(DataSource.class)
                  .with(builder -> builder.onReply(reply -> replies.add(reply.data().get())));
              framewire
                  .receiver("in")
                  .at(Local.ANYWHERE)
                  .handler(received -> {})
                  .replyWith(Counter.class);
            });
    try (Streams streams = Guice.createInjector(module).getInstance(Streams.class)) {
      Local.ended(streams.start(), "out");
    }
    assertThat(replies).containsExactly("frame one", "frame two");
  }

  @Test
  void areOneForEachInjector() {
    Module module =
        Local.module((binder, framewire) -> framewire.receiver("in").at(Local.ANYWHERE).pulled());
    Injector one = Guice.createInjector(module);
    Injector another = Guice.createInjector(module);
    try (Streams streams = one.getInstance(Streams.class);
        Streams others = another.getInstance(Streams.class)) {
      assertThat(streams).isNotSameAs(others).isSameAs(one.getInstance(Streams.class));
      FrameReceiver receiver = one.getInstance(Local.receiver("in"));
      assertThat(receiver)
          .isSameAs(one.getInstance(Local.receiver("in")))
          .isNotSameAs(another.getInstance(Local.receiver("in")));
    }
  }

  @Test
  void openNothingBeforeTheyAreAskedForAlsoInProduction() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    int port = freePort();
    Module module =
        Local.module(
            (binder, framewire) -> {
              framewire.receiver("in").at("tcp://127.0.0.1:" + port).pulled();
              framewire
                  .sender("out")
                  .source(
                      () -> {
                        opened.incrementAndGet();
                        return FrameSource.of(pool -> Optional.empty());
                      });
            });
    Injector injector = Guice.createInjector(Stage.PRODUCTION, module);
    try (Streams streams = injector.getInstance(Streams.class)) {
      assertThat(opened).hasValue(0);
      try (ServerSocket free = new ServerSocket()) {
        free.bind(new InetSocketAddress("127.0.0.1", port));
      }
      assertThat(streams.names()).containsExactly("in", "out");
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  @Singleton
  static final class Seen {
    final List<String> shapes = new ArrayList<>();

    @Inject
    Seen() {}
  }

  static final class Viewer implements FrameHandler {
    private final Seen seen;

    @Inject
    Viewer(Seen seen) {
      this.seen = seen;
    }

    @Override
    public void handle(ReceivedFrame received) {
      seen.shapes.add(Arrays.toString(received.frame().shape()));
    }
  }

  static final class Program {
    final FrameSender out;
    final FrameReceiver in;

    @Inject
    Program(@Named("out") FrameSender out, @Named("in") FrameReceiver in) {
      this.out = out;
      this.in = in;
    }
  }

  static final class Counter implements ReplyHandler {
    @Inject
    Counter() {}

    @Override
    public Reply reply(ReceivedFrame received) {
      return Reply.of("frame " + received.data().orElseThrow());
    }
  }

  static final class DataSource implements FrameSource {
    private final List<String> words = new ArrayList<>(List.of("one", "two"));
    private String word = "";

    @Inject
    DataSource() {}

    @Override
    public Optional<Frame> read(FramePool pool) {
      if (words.isEmpty()) {
        return Optional.empty();
      }
      word = words.remove(0);
      return Optional.of(pool.take(DType.UINT8, 2, 2));
    }

    @Override
    public boolean yieldsData() {
      return true;
    }

    @Override
    public Optional<Object> data() {
      return Optional.of(word);
    }
  }
}
