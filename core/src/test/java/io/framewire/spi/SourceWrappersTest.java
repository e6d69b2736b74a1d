package io.framewire.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceWrappersTest {
  private final FramePool pool = new FramePool();
  private final Talkative source = new Talkative();

  @AfterEach
  void nothingIsLeftOnLoan() {
    assertThat(pool.statistics().lentBlocks()).isZero();
  }

  enum Wrapper implements UnaryOperator<FrameSource> {
    TRANSFORM(source -> source.transform((frame, pool) -> frame)),
    RATE(source -> source.rate(1e6)),
    STABILIZED(source -> source.stabilized(new Unshaken()));

    private final UnaryOperator<FrameSource> wrap;

    Wrapper(UnaryOperator<FrameSource> wrap) {
      this.wrap = wrap;
    }

    @Override
    public FrameSource apply(FrameSource source) {
      return wrap.apply(source);
    }
  }

  @ParameterizedTest
  @EnumSource
  void hidesNothingOfItsSource(Wrapper wrapper) {
    FrameSource wrapped = wrapper.apply(source);
    assertThat(wrapped.yieldsData()).isTrue();
    wrapped.read(pool).orElseThrow().close();
    assertThat(wrapped.data()).contains("data 1");
    assertThat(wrapped.info()).isEqualTo(source.info());
    assertThat(wrapped.statistics()).isEqualTo(source.statistics());
    wrapped.set("colorspace", "COLOR_BGR2GRAY");
    assertThat(source.options).containsEntry("colorspace", "COLOR_BGR2GRAY");
    assertThat(wrapped.lasts("colorspace")).isTrue();
    assertThat(wrapped.lasts("start")).isFalse();
    wrapped.close();
    assertThat(source.closed).isTrue();
  }

  @Test
  void givesTheFramesOfItsTransformAndTheirSize() {
    FrameSource halved =
        source.transform(
            (frame, memory) -> {
              try (frame) {
                return memory.take(DType.UINT8, frame.dimension(0) / 2, frame.dimension(1) / 2);
              }
            });
    assertThat(halved.info().width()).isEmpty();
    try (Frame frame = halved.read(pool).orElseThrow()) {
      assertThat(frame.shape()).containsExactly(2, 3);
    }
    assertThat(halved.info().width()).hasValue(3);
    assertThat(halved.info().height()).hasValue(2);
    assertThat(halved.info().framesPerSecond()).hasValue(30);
  }

  @Test
  void endsWithItsSourceWithoutAskingTheTransform() {
    FrameSource nothing =
        FrameSource.of(memory -> Optional.empty())
            .transform(
                (frame, memory) -> {
                  throw new IllegalStateException("there was no frame");
                });
    assertThat(nothing.read(pool)).isEmpty();
  }

  @Test
  void saysItsOwnRateWhereThatIsTheSlowerOne() {
    assertThat(source.rate(10).info().framesPerSecond()).hasValue(10);
    assertThat(source.rate(60).info().framesPerSecond()).hasValue(30);
    assertThat(source.rate(0).info().framesPerSecond()).hasValue(30);
    assertThatThrownBy(() -> source.rate(-1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void holdsItsSourceToTheRate() {
    FrameSource slow = source.rate(100);
    long begun = System.nanoTime();
    for (int frame = 0; frame < 11; frame++) {
      slow.read(pool).orElseThrow().close();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(95));
  }

  @Test
  void endsTheWaitForTheRateWhenItIsClosed() throws Exception {
    FrameSource slow = source.rate(0.01);
    slow.read(pool).orElseThrow().close();
    CompletableFuture<Optional<Frame>> waiting =
        CompletableFuture.supplyAsync(() -> slow.read(pool));
    slow.close();
    assertThat(waiting.get(5, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void refusesToChangeAnOptionThatItDoesNotKnow() {
    FrameSource plain = FrameSource.of(memory -> Optional.empty());
    assertThatThrownBy(() -> plain.set("brightness", "7"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("brightness")
        .hasMessageContaining("7");
    assertThat(plain.info()).isEqualTo(SourceInfo.UNKNOWN);
    assertThat(plain.statistics()).isEqualTo(SourceStatistics.NONE);
  }

  /** Has something to say to every question. */
  private static final class Talkative implements FrameSource {
    final Map<String, String> options = new TreeMap<>();
    boolean closed;
    int frames;

    @Override
    public Optional<Frame> read(FramePool pool) {
      frames++;
      return Optional.of(pool.take(DType.UINT8, 4, 6, 3));
    }

    @Override
    public SourceInfo info() {
      return SourceInfo.UNKNOWN
          .withSize(6, 4)
          .withFramesPerSecond(30)
          .withMetadata("backend", "test")
          .withLive(true);
    }

    @Override
    public SourceStatistics statistics() {
      return new SourceStatistics(2, 5);
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
    public boolean yieldsData() {
      return true;
    }

    @Override
    public Optional<Object> data() {
      return Optional.of("data " + frames);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void stabilizedSourceGivesTheFrameBackWhereItsDataEndsInAnError() {
    FrameSource broken =
        new ForwardingSource(source) {
          @Override
          public Optional<Object> data() {
            throw new AssertionError("no data");
          }
        };
    try (FrameSource wrapped = broken.stabilized(new Unshaken())) {
      assertThatThrownBy(() -> wrapped.read(pool)).isInstanceOf(AssertionError.class);
    }
    assertThat(pool.statistics().lentBlocks()).isZero();
  }

  private static final class Unshaken implements Stabilizer {
    @Override
    public Optional<Frame> stabilize(Frame frame, FramePool pool) {
      return Optional.of(frame);
    }

    @Override
    public Optional<Frame> flush(FramePool pool) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
