package io.framewire.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import io.framewire.Ended;
import io.framewire.FrameReceiver;
import io.framewire.StreamSummary;
import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.error.SourceException;
import io.framewire.spi.FrameSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StreamsTest {
  private final List<String> events = new CopyOnWriteArrayList<>();

  @Test
  void openReceiversThenSendersAndCloseTheOtherWayRound() throws Exception {
    Streams streams = twoStreams().getInstance(Streams.class);
    Map<String, CompletionStage<StreamSummary>> running = streams.start();
    assertThat(running.keySet()).containsExactly("in1", "in2", "out1", "out2");
    assertThat(events)
        .filteredOn(event -> event.startsWith("open"))
        .containsExactly("open in1", "open in2", "open out1", "open out2");
    await().atMost(Duration.ofSeconds(20)).until(() -> events.contains("frame"));
    events.clear();
    streams.close();
    assertThat(events)
        .filteredOn(event -> event.startsWith("close"))
        .containsExactly("close out2", "close out1");
    for (String receiver : List.of("in1", "in2")) {
      assertThat(running.get(receiver).toCompletableFuture()).isDone();
      assertThat(Local.ended(running, receiver).ended())
          .as(receiver + " was told before it was closed")
          .isEqualTo(Ended.TERMINATED);
    }
  }

  @Test
  void startAndCloseOnlyOnce() {
    Streams streams = twoStreams().getInstance(Streams.class);
    assertThat(streams.start()).isEqualTo(streams.start());
    assertThat(events).filteredOn(event -> event.startsWith("open")).hasSize(4);
    streams.close();
    streams.close();
    assertThatThrownBy(streams::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("these streams are closed: create another injector to stream again");
  }

  @Test
  void closeWhatStartedWhenOneCannot() {
    Injector injector =
        Guice.createInjector(
            Local.module(
                (binder, framewire) -> {
                  framewire.receiver("in").at(Local.ANYWHERE).handler(received -> {});
                  Local.sender(binder, framewire, "out", "in").source(() -> pictures("out"));
                  framewire.sender("lens").source("picamera-of-nobody:0");
                }));
    Streams streams = injector.getInstance(Streams.class);
    assertThatThrownBy(streams::start)
        .isExactlyInstanceOf(FramewireException.class)
        .hasMessageStartingWith("stream \"lens\" cannot be started: no frame source for")
        .hasCauseExactlyInstanceOf(ConfigurationException.class);
    assertThat(events).containsExactly("close out");
    assertThatThrownBy(streams::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closeASourceWhoseSenderCannotBeMade() {
    Injector injector =
        Guice.createInjector(
            Local.module(
                (binder, framewire) ->
                    framewire
                        .sender("out")
                        .to("carrier-pigeon://roof")
                        .source(() -> pictures("out"))));
    assertThatThrownBy(injector.getInstance(Streams.class)::start)
        .hasMessageStartingWith(
            "stream \"out\" cannot be started: no transport for carrier-pigeon");
    assertThat(events).containsExactly("close out");
  }

  @Test
  void showFailuresOfHandlersAndSourcesInTheStage() {
    Injector injector =
        Guice.createInjector(
            Local.module(
                (binder, framewire) -> {
                  framewire
                      .receiver("in1")
                      .at(Local.ANYWHERE)
                      .handler(
                          received -> {
                            throw new IllegalStateException("no screen");
                          });
                  framewire.receiver("in2").at(Local.ANYWHERE).handler(received -> {});
                  Local.sender(binder, framewire, "out1", "in1").source(() -> pictures("out1"));
                  Local.sender(binder, framewire, "out2", "in2")
                      .source(
                          () ->
                              FrameSource.of(
                                  pool -> {
                                    throw new IllegalStateException("no light");
                                  }));
                }));
    try (Streams streams = injector.getInstance(Streams.class)) {
      Map<String, CompletionStage<StreamSummary>> running = streams.start();
      assertThat(Local.failed(running, "in1"))
          .isInstanceOf(FramewireException.class)
          .hasRootCauseMessage("no screen");
      assertThat(Local.failed(running, "out2"))
          .isInstanceOf(SourceException.class)
          .hasRootCauseMessage("no light");
    }
  }

  @Test
  void closeWhatWasOnlyInjectedAndOpenNothingAfterwards() {
    Injector injector = twoStreams();
    FrameReceiver receiver = injector.getInstance(Local.receiver("in1"));
    injector.getInstance(Streams.class).close();
    assertThat(receiver.next()).isEmpty();
    assertThatThrownBy(() -> injector.getInstance(Local.receiver("in2")))
        .isInstanceOf(ProvisionException.class)
        .hasMessageContaining("these streams are closed");
    assertThat(events).containsExactly("open in1");
  }

  @Test
  void closeTheOthersWhenOneFailsTo() {
    Streams streams =
        new Streams(List.of(new Fake("one"), new Fake("two"), new Fake("three"), new Fake("four")));
    streams.opened("one", () -> events.add("close one"));
    streams.opened("two", () -> fail("two"));
    streams.opened("three", () -> fail("three"));
    assertThatThrownBy(streams::close)
        .isInstanceOf(FramewireException.class)
        .hasMessage("stream \"three\" failed to close: java.io.IOException: no three")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("stream \"two\" failed to close: java.io.IOException: no two"));
    assertThat(events).containsExactly("close one");
  }

  @Test
  void nameTheExceptionThatSaysNothing() {
    Fake mute =
        new Fake(
            "mute",
            Optional.of(
                () -> {
                  throw new IllegalStateException();
                }));
    assertThatThrownBy(new Streams(List.of(mute))::start)
        .isExactlyInstanceOf(FramewireException.class)
        .hasMessage("stream \"mute\" cannot be started: java.lang.IllegalStateException")
        .hasCauseExactlyInstanceOf(IllegalStateException.class);
  }

  @Test
  void waitForAStreamThatStartsWhileTheyAreClosed() throws Exception {
    CompletableFuture<StreamSummary> runs = new CompletableFuture<>();
    AtomicReference<Streams> streams = new AtomicReference<>();
    Thread closer = new Thread(() -> streams.get().close(), "framewire-test-closer");
    closer.setDaemon(true);
    Fake late =
        new Fake(
            "late",
            Optional.of(
                () -> {
                  closer.start();
                  await().until(() -> closer.getState() == Thread.State.BLOCKED);
                  return runs;
                }));
    streams.set(new Streams(List.of(late)));
    streams.get().opened("late", () -> events.add("close late"));
    assertThat(streams.get().start()).containsOnlyKeys("late");
    await().until(() -> events.contains("close late"));
    assertThat(closer.isAlive()).as("still waits for the stream to end").isTrue();
    runs.cancel(false);
    closer.join(TimeUnit.SECONDS.toMillis(20));
    assertThat(closer.isAlive()).as("waits for nothing more").isFalse();
  }

  @Test
  void doNotWaitForWhatNeverCloses() {
    CountDownLatch never = new CountDownLatch(1);
    Closing closing = new Closing("lens", never::await, Optional.empty());
    Thread.currentThread().interrupt();
    try {
      assertThat(closing.within(Duration.ofMillis(50)))
          .get()
          .extracting(Throwable::getMessage)
          .asString()
          .startsWith("stream \"lens\" did not close within 0.05 s: make its source return");
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    } finally {
      never.countDown();
    }
  }

  private static void fail(String name) throws IOException {
    throw new IOException("no " + name);
  }

  private Injector twoStreams() {
    return Guice.createInjector(
        Local.module(
            (binder, framewire) -> {
              for (String number : List.of("1", "2")) {
                Local.sender(binder, framewire, "out" + number, "in" + number)
                    .with(builder -> events.add("open out" + number))
                    .source(() -> pictures("out" + number));
                framewire
                    .receiver("in" + number)
                    .at(Local.ANYWHERE)
                    .with(builder -> events.add("open in" + number))
                    .handler(received -> events.add("frame"));
              }
            }));
  }

  private FrameSource pictures(String name) {
    return new Local.Pictures(() -> events.add("close " + name));
  }

  private record Fake(String name, Optional<Supplier<CompletionStage<StreamSummary>>> run)
      implements Member {
    Fake(String name) {
      this(name, Optional.empty());
    }

    @Override
    public Optional<String> problem() {
      return Optional.empty();
    }

    @Override
    public Ready open() {
      return new Ready(name, run);
    }
  }
}
