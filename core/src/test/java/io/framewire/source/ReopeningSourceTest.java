package io.framewire.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.spi.SourceInfo;
import io.framewire.spi.SourceStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReopeningSourceTest {
  private static final ReconnectPolicy QUICK =
      ReconnectPolicy.STANDARD.withDelays(Duration.ofMillis(1), Duration.ofMillis(4));

  private final FramePool pool = new FramePool();
  private final List<Camera> opened = new CopyOnWriteArrayList<>();

  @AfterEach
  void nothingIsLeftOnLoanNorOpenAndNoThread() {
    Sources.soon().until(() -> opened.stream().allMatch(camera -> camera.closed));
    Sources.soon().until(() -> pool.statistics().lentBlocks() == 0);
    Sources.soon().until(() -> !Sources.isRunning("framewire-reopen"));
    Sources.soon().until(() -> !Sources.isRunning("framewire-source"));
  }

  @Test
  void opensASourceThatBrokeAnewAndCountsIt() {
    try (FrameSource source = builder(breaking(2, true)).reconnect(QUICK).open()) {
      assertThat(numbers(source, 5)).containsExactly(0, 1, 0, 1, 0);
      assertThat(source.statistics()).isEqualTo(new SourceStatistics(2, 0));
      assertThat(opened).hasSize(3);
      assertThat(opened.get(0).closed).isTrue();
      assertThat(opened.get(1).closed).isTrue();
    }
  }

  @Test
  void passesAFailureOnWhereItIsNotToReconnect() {
    try (FrameSource source = builder(breaking(1, true)).loop(5).open()) {
      assertThat(numbers(source, 1)).containsExactly(0);
      assertThatThrownBy(() -> source.read(pool)).hasMessage("unplugged");
      assertThat(source.read(pool)).isEmpty();
      assertThat(source.statistics()).isEqualTo(SourceStatistics.NONE);
    }
  }

  @Test
  void opensALiveSourceThatEndedAnewButNotAFile() {
    try (FrameSource live = builder(ending(1, true)).reconnect(QUICK).open();
        FrameSource file = builder(ending(1, false)).reconnect(QUICK).open()) {
      assertThat(numbers(live, 3)).containsExactly(0, 0, 0);
      assertThat(live.statistics().reconnects()).isEqualTo(2);
      assertThat(numbers(file, 1)).containsExactly(0);
      assertThat(file.read(pool)).isEmpty();
      assertThat(file.statistics().reconnects()).isZero();
    }
  }

  @Test
  void goesOnWithFramesOfAnotherSize() {
    Supplier<Camera> growing = () -> new Camera(1, true, true, 4 + opened.size());
    try (FrameSource source = builder(growing).reconnect(QUICK).open()) {
      assertThat(source.info().width()).hasValue(4);
      for (int size = 4; size < 7; size++) {
        try (Frame frame = source.read(pool).orElseThrow()) {
          assertThat(frame.shape()).containsExactly(2, size);
        }
        assertThat(source.info().width()).hasValue(size);
      }
    }
  }

  @Test
  void saysThatALostSourceDidNotComeBackInTimeAndWhy() {
    Supplier<Camera> gone =
        () -> {
          if (opened.isEmpty()) {
            return new Camera(1, true, true, 4);
          }
          throw new SourceException("no such camera");
        };
    try (FrameSource source =
        builder(gone).reconnect(QUICK).readTimeout(Duration.ofMillis(60)).open()) {
      assertThat(numbers(source, 1)).containsExactly(0);
      assertThatThrownBy(() -> source.read(pool))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("did not come back within 0.06 s")
          .hasMessageContaining("no such camera");
      assertThat(source.read(pool)).isEmpty();
    }
  }

  @Test
  void doesNotTakeASourceThatOpensButGivesNoFrameForABackOne() {
    Supplier<Camera> empty = () -> new Camera(opened.isEmpty() ? 1 : 0, true, true, 4);
    try (FrameSource source =
        builder(empty).reconnect(QUICK).readTimeout(Duration.ofMillis(60)).open()) {
      assertThat(numbers(source, 1)).containsExactly(0);
      assertThatThrownBy(() -> source.read(pool)).hasMessageContaining("did not come back");
    }
  }

  @Test
  void opensASourceThatHangsAnew() {
    CountDownLatch letGo = new CountDownLatch(1);
    Supplier<Camera> hanging =
        () ->
            new Camera(1, true, true, 4) {
              @Override
              public Optional<Frame> read(FramePool memory) {
                if (number == 1) {
                  Sources.await(letGo);
                  return Optional.empty();
                }
                return super.read(memory);
              }
            };
    try (FrameSource source =
        builder(hanging).reconnect(QUICK).readTimeout(Duration.ofMillis(60)).open()) {
      assertThat(numbers(source, 2)).containsExactly(0, 0);
      assertThat(source.statistics().reconnects()).isOne();
    }
    letGo.countDown();
  }

  @Test
  void endsItsPauseWhenItIsClosed() throws Exception {
    ReconnectPolicy slow = QUICK.withDelays(Duration.ofHours(1), Duration.ofHours(1));
    FrameSource source =
        builder(breaking(0, true)).reconnect(slow).readTimeout(Duration.ofHours(2)).open();
    CompletableFuture<Optional<Frame>> reading =
        CompletableFuture.supplyAsync(() -> source.read(pool));
    Sources.soon().until(() -> opened.get(0).closed);
    source.close();
    assertThat(reading.get(5, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void closesWhatOpensAfterItWasClosed() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch letGo = new CountDownLatch(1);
    Supplier<Camera> slow =
        () -> {
          if (!opened.isEmpty()) {
            opening.countDown();
            Sources.await(letGo);
          }
          return new Camera(0, true, true, 4);
        };
    FrameSource source = builder(slow).reconnect(QUICK).open();
    CompletableFuture<Optional<Frame>> reading =
        CompletableFuture.supplyAsync(() -> source.read(pool));
    Sources.await(opening);
    source.close();
    assertThat(reading.get(5, TimeUnit.SECONDS)).isEmpty();
    letGo.countDown();
    Sources.soon().until(() -> opened.size() == 2);
  }

  @ParameterizedTest
  @CsvSource({"1,2", "3,6"})
  void playsWhatEndsAsOftenAsItIsTold(int times, int frames) {
    try (FrameSource source = builder(ending(2, false)).loop(times).open()) {
      assertThat(numbers(source, frames)).hasSize(frames);
      assertThat(source.read(pool)).isEmpty();
      assertThat(opened).hasSize(times);
      assertThat(source.statistics().reconnects()).isZero();
    }
  }

  @Test
  void playsForEverButNotWhatGivesNoFrame() {
    try (FrameSource source = builder(ending(1, false)).forever().open()) {
      assertThat(numbers(source, 30)).hasSize(30);
    }
    try (FrameSource nothing = builder(ending(0, false)).forever().open()) {
      assertThat(nothing.read(pool)).isEmpty();
    }
  }

  @Test
  void setsWhatWasChangedAgainAfterOpeningAnew() {
    try (FrameSource source = builder(breaking(1, true)).reconnect(QUICK).open()) {
      source.set("brightness", "7");
      assertThat(numbers(source, 2)).hasSize(2);
      assertThat(opened.get(1).options).containsEntry("brightness", "7");
    }
  }

  @Test
  void doesNotGoToAPositionAgainAfterOpeningAnew() {
    try (FrameSource source = builder(ending(1, false)).loop(3).newest().open()) {
      source.set("start", "2");
      source.set("brightness", "7");
      assertThat(opened.get(0).options).containsKeys("start", "brightness");
      assertThat(numbers(source, 3)).hasSize(3);
      assertThat(opened.get(1).options).containsOnlyKeys("brightness");
      assertThat(opened.get(2).options).containsOnlyKeys("brightness");
    }
  }

  @Test
  void triesAgainWhereTheNewSourceRefusesASettingAndLeavesNoneOpen() {
    Supplier<Camera> moody =
        () ->
            new Camera(1, true, true, 4) {
              @Override
              public void set(String option, String value) {
                if (opened.size() == 2 || opened.size() == 3) {
                  throw new ConfigurationException("brightness is busy");
                }
                super.set(option, value);
              }
            };
    try (FrameSource source = builder(moody).reconnect(QUICK).open()) {
      source.set("brightness", "7");
      assertThat(numbers(source, 2)).hasSize(2);
      assertThat(opened).hasSize(4);
      assertThat(opened.get(1).closed).isTrue();
      assertThat(opened.get(2).closed).isTrue();
      assertThat(source.statistics().reconnects()).isOne();
    }
  }

  @Test
  void saysWhichSettingTheNextRoundRefuses() {
    Supplier<Camera> moody =
        () ->
            new Camera(1, false, false, 4) {
              @Override
              public void set(String option, String value) {
                if (opened.size() > 1) {
                  throw new ConfigurationException("brightness is busy");
                }
              }
            };
    try (FrameSource source = builder(moody).loop(2).open()) {
      source.set("brightness", "7");
      assertThat(numbers(source, 1)).hasSize(1);
      assertThatThrownBy(() -> source.read(pool))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("brightness is busy");
    }
  }

  @Test
  void addsUpWhatEachOpeningDropped() {
    CountDownLatch firstIsTaken = new CountDownLatch(1);
    Supplier<Camera> camera =
        () ->
            new Camera(50, true, true, 4) {
              @Override
              public Optional<Frame> read(FramePool memory) {
                if (number == 1) {
                  Sources.await(firstIsTaken);
                }
                return super.read(memory);
              }
            };
    try (FrameSource source = builder(camera).newest().reconnect(QUICK).open()) {
      assertThat(numbers(source, 1)).containsExactly(0);
      firstIsTaken.countDown();
      Sources.soon().until(() -> source.statistics().dropped() == 48);
      assertThat(numbers(source, 1)).containsExactly(49);
      source.read(pool).orElseThrow().close();
      assertThat(source.statistics().reconnects()).isOne();
      assertThat(source.statistics().dropped()).isGreaterThanOrEqualTo(48);
    }
  }

  @Test
  void staysAsItWasOpenedWhateverBecomesOfItsBuilder() {
    FrameSourceBuilder builder = builder(breaking(1, true)).reconnect(QUICK);
    try (FrameSource source = builder.open()) {
      builder.queue().reconnect(ReconnectPolicy.NONE);
      assertThat(numbers(source, 2)).containsExactly(0, 0);
      assertThat(Sources.isRunning("framewire-source")).isFalse();
    }
  }

  private FrameSourceBuilder builder(Supplier<Camera> camera) {
    return FrameSources.builder(
        () -> {
          Camera fresh = camera.get();
          opened.add(fresh);
          return fresh;
        });
  }

  private static Supplier<Camera> breaking(int frames, boolean live) {
    return () -> new Camera(frames, true, live, 4);
  }

  private static Supplier<Camera> ending(int frames, boolean live) {
    return () -> new Camera(frames, false, live, 4);
  }

  private List<Integer> numbers(FrameSource source, int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      try (Frame frame = source.read(pool).orElseThrow()) {
        numbers.add((int) frame.data().get(0));
      }
    }
    return numbers;
  }

  /** Gives so many frames, and then ends or breaks. */
  private static class Camera implements FrameSource {
    final Map<String, String> options = new TreeMap<>();
    final int frames;
    final boolean breaks;
    final boolean live;
    final int width;
    volatile int number;
    volatile boolean closed;

    Camera(int frames, boolean breaks, boolean live, int width) {
      this.frames = frames;
      this.breaks = breaks;
      this.live = live;
      this.width = width;
    }

    @Override
    public Optional<Frame> read(FramePool memory) {
      if (closed) {
        return Optional.empty();
      }
      if (number < frames) {
        return Optional.of(Sources.numbered(memory, number++, 2, width));
      }
      return breaks ? Optional.of(Sources.fail("unplugged")) : Optional.empty();
    }

    @Override
    public SourceInfo info() {
      return SourceInfo.UNKNOWN.withSize(width, 2).withLive(live);
    }

    @Override
    public void set(String option, String value) {
      options.put(option, value);
    }

    @Override
    public boolean lasts(String option) {
      return !option.equals("start");
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
