package io.framewire.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.ForwardingSource;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceInfo;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Stabilizer;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.Support;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a plugin on the class path that has a scheme of its own. */
class FrameSourceBuilderTest {
  private static Map<String, String> seen = Map.of();
  private static Map<String, String> stabilizerOptions = Map.of();

  @TempDir private Path folder;
  private final FramePool pool = new FramePool();
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private URLClassLoader plugins;

  @BeforeEach
  void addThePlugin() throws IOException {
    declare(FrameSourceProvider.class, Plugin.class);
    declare(StabilizerProvider.class, Unshaken.class);
    plugins = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before);
    Thread.currentThread().setContextClassLoader(plugins);
  }

  private void declare(Class<?> spi, Class<?> provider) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(spi.getName()), provider.getName());
  }

  @AfterEach
  void removeThePlugin() throws IOException {
    Thread.currentThread().setContextClassLoader(before);
    plugins.close();
    Sources.soon().until(() -> pool.statistics().lentBlocks() == 0);
    Sources.soon().until(() -> !Sources.isRunning("framewire-source"));
  }

  @Test
  void opensASchemeOfAPluginsOwn() {
    try (FrameSource source = FrameSources.open("plug:in", Map.of("colour", "red"))) {
      source.read(pool).orElseThrow().close();
      assertThat(seen).containsOnly(Map.entry("colour", "red"));
    }
  }

  @Test
  void asksTheProviderItIsToldAndNoOther() {
    try (FrameSource source = FrameSources.builder("test:8x8").provider("test").open()) {
      assertThat(source.info().width()).hasValue(8);
    }
    assertThatThrownBy(() -> FrameSources.open("test:8x8", Map.of("provider", "plug")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("not the one asked for, plug")
        .hasMessageContaining("plug: serves plug:");
  }

  @Test
  void doesEverythingInAChainInItsOrder() {
    try (FrameSource source =
        FrameSources.builder("test:8x6?fps=0")
            .transform(FrameSourceBuilderTest::half)
            .rate(500)
            .stabilized()
            .open()) {
      try (Frame frame = source.read(pool).orElseThrow()) {
        assertThat(frame.shape()).containsExactly(3, 4, 3);
      }
      assertThat(source.info().width()).hasValue(4);
      assertThat(source.info().framesPerSecond()).hasValue(500);
    }
  }

  private static Frame half(Frame frame, FramePool memory) {
    try (frame) {
      return memory.take(DType.UINT8, frame.dimension(0) / 2, frame.dimension(1) / 2, 3);
    }
  }

  @Test
  void readsOnAThreadInThreadedQueueMode() {
    try (FrameSource source =
        FrameSources.open("plug:in", Map.of("THREADED_QUEUE_MODE", "True", "queue_frames", "2"))) {
      source.read(pool).orElseThrow().close();
      Sources.soon().until(() -> pool.statistics().lentBlocks() == 3);
      assertThat(seen).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"plug:live,true", "plug:in,false"})
  void yieldsTheNewestOfALiveSourceWithoutThreadedQueueMode(String location, boolean threaded) {
    try (FrameSource source = FrameSources.open(location, Map.of("THREADED_QUEUE_MODE", "false"))) {
      source.read(pool).orElseThrow().close();
      assertThat(Sources.isRunning("framewire-source")).isEqualTo(threaded);
      if (threaded) {
        Sources.soon().until(() -> source.statistics().dropped() > 3);
      }
    }
  }

  @Test
  void startsNoThreadUnlessItIsAsked() {
    try (FrameSource source = FrameSources.open("plug:live")) {
      source.read(pool).orElseThrow().close();
      assertThat(Sources.isRunning("framewire-source")).isFalse();
    }
  }

  @Test
  void waitsNoLongerThanTheThreadTimeout() {
    try (FrameSource source = FrameSources.open("plug:mute", Map.of("THREAD_TIMEOUT", "0.03"))) {
      assertThatThrownBy(() -> source.read(pool))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("within 0.03 s");
    }
  }

  @Test
  void waitsBeforeTheFirstFrameAndNotBeforeTheNext() {
    long begun = System.nanoTime();
    try (FrameSource source = FrameSources.open("plug:in", Map.of("time_delay", "0.05"))) {
      source.read(pool).orElseThrow().close();
      assertThat(since(begun)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }
  }

  @Test
  void endsTheDelayWhenItIsClosed() throws Exception {
    FrameSource source = FrameSources.builder("plug:in").startDelay(Duration.ofHours(1)).open();
    CompletableFuture<Optional<Frame>> reading =
        CompletableFuture.supplyAsync(() -> source.read(pool));
    source.close();
    assertThat(reading.get(5, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void opensARaspberryPisCameraAsVideoGearDoes() {
    List<Map<String, String>> either =
        List.of(Map.of("enablePiCamera", "true"), Map.of("api", "Backend.PIGEAR"));
    for (Map<String, String> words : either) {
      assertThatThrownBy(() -> FrameSources.open("0", words))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("no frame source for \"picamera:0\"");
    }
  }

  @Test
  void translatesVideoGearsSizeAndRate() {
    Map<String, String> words = Map.of("resolution", "(640, 480)", "framerate", "25");
    FrameSources.open("plug:in", words).close();
    assertThat(seen)
        .containsOnly(
            Map.entry("width", "640"), Map.entry("height", "480"), Map.entry("fps", "25"));
  }

  @Test
  void stabilizesWithVidgearsOptions() {
    Map<String, String> words =
        Map.of("stabilize", "true", "STABILIZER_MODE", "StabilizerMode.ASW", "BORDER_SIZE", "5");
    FrameSources.open("plug:in", words).close();
    assertThat(stabilizerOptions).containsOnly(Map.entry("BORDER_SIZE", "5"));
    assertThatThrownBy(() -> FrameSources.open("plug:in", Map.of("BORDER_SIZE", "5")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("add the option stabilize=true");
    assertThatThrownBy(
            () ->
                FrameSources.open(
                    "plug:in", Map.of("stabilize", "true", "STABILIZER_MODE", "GYRO")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no stabilizer for gyro")
        .hasMessageContaining("io.framewire:framewire-stabilizer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "THREADED_QUEUE_MODE | maybe | use true or false",
        "THREAD_TIMEOUT | soon | not a number",
        "THREAD_TIMEOUT | -1 | use 0 to 86400 seconds",
        "time_delay | 1e9 | use 0 to 86400 seconds",
        "queue_frames | 1.5 | use a whole number",
        "queue_frames | 0 | use 1 or more",
        "queue_bytes | 0 | use 1 or more",
        "loop | -2 | use 0 to",
        "api | MAGIC | use CAMGEAR, PIGEAR or FFGEAR",
        "resolution | large | use WIDTHxHEIGHT",
      })
  void refusesImpossibleValuesByName(String name, String value, String use) {
    assertThatThrownBy(() -> FrameSources.open("plug:in", Map.of(name, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(use);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "THREADED_QUEUE_MODE=true newest=true | newest=true and THREADED_QUEUE_MODE=true contradict",
        "newest=true queue_frames=3 | newest=true and queue_frames=3 contradict",
        "queue_frames=3 THREADED_QUEUE_MODE=False | THREADED_QUEUE_MODE=False and queue_frames=3 contradict",
        "queue_bytes=300 | there is no queue: add THREADED_QUEUE_MODE=true",
        "framerate=10 fps=20 | option framerate is given twice, also as fps",
        "resolution=640x480 height=480 | option resolution is given twice, also as height",
        "STABILIZER_MODE=ASW | option STABILIZER_MODE is the stabilizer's",
        "stabilize=False BORDER_SIZE=3 | option BORDER_SIZE is the stabilizer's",
      })
  void refusesOptionsThatWouldHaveNoEffect(String words, String expected) {
    FrameSourceBuilder builder = FrameSources.builder("plug:in");
    for (String word : words.split(" ")) {
      builder.option(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
    }
    assertThatThrownBy(builder::open)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour=red | no option \"colour\": it has channels, dtype, fps, static; and those every source has:",
        "colour=red | BORDER_SIZE, BORDER_TYPE, CROP_N_ZOOM, SMOOTHING_RADIUS, STABILIZER_MODE, THREADED_QUEUE_MODE",
        "QUEUE_SIZE=5 | QUEUE_SIZE is queue_frames here",
        "STREAM_RESOLUTION=720p | STREAM_RESOLUTION needs stream_mode=true",
        "resolution=640x480 | resolution was taken for width and height",
        "framerate=fast | option fps is \"fast\", not a number; framerate was taken for fps",
      })
  void namesInItsErrorsWhatWasWrittenAndWhatThereIs(String word, String expected) {
    Map<String, String> options = Map.of(word.split("=")[0], word.split("=")[1]);
    assertThatThrownBy(() -> FrameSources.open("test:8x8", options))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource({"True", "TRUE", "true", "1"})
  void readsTruthInPythonsWordsToo(String word) {
    try (FrameSource source = FrameSources.open("plug:in", Map.of("THREADED_QUEUE_MODE", word))) {
      source.read(pool).orElseThrow().close();
      assertThat(Sources.isRunning("framewire-source")).isTrue();
    }
  }

  @Test
  void stabilizesWithAProviderOfTheProgram() {
    AtomicBoolean asked = new AtomicBoolean();
    StabilizerProvider own =
        new StabilizerProvider() {
          @Override
          public String name() {
            return "own";
          }

          @Override
          public Stabilizer create() {
            asked.set(true);
            return new Unshaken().create();
          }
        };
    FrameSources.builder("plug:in").provider(own).stabilized().open().close();
    assertThat(asked).isFalse();
    FrameSources.builder("plug:in")
        .provider(own)
        .options(Map.of("stabilize", "true", "STABILIZER_MODE", "own"))
        .open()
        .close();
    assertThat(asked).isTrue();
  }

  @Test
  void hidesTheLocationsPasswordInItsErrors() {
    assertThatThrownBy(() -> FrameSources.open("gopher://me:s3cret@host/x"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("gopher://me:***@host/x")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void takesASourceOfOnesOwnWithoutOptionsForIt() {
    FrameSource own = memory -> Optional.empty();
    assertThat(FrameSources.builder(() -> own).open()).isSameAs(own);
    assertThatThrownBy(() -> FrameSources.builder(() -> own).option("colour", "red").open())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("colour");
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /** {@code plug:in}, {@code plug:live}, and {@code plug:mute}, which has no frame in time. */
  public static final class Plugin implements FrameSourceProvider {
    /** For the service loader. */
    public Plugin() {}

    @Override
    public String name() {
      return "plug";
    }

    @Override
    public Support supports(SourceRequest request) {
      return Support.when(request.hasScheme("plug"), "serves plug:");
    }

    @Override
    public FrameSource create(SourceRequest request) {
      seen = request.options();
      FrameSource frames =
          memory ->
              request.location().equals("plug:mute")
                  ? Optional.empty()
                  : Optional.of(memory.take(DType.UINT8, 2, 2));
      if (request.location().equals("plug:mute")) {
        return new DelayedSource(frames, Duration.ofHours(1));
      }
      return new ForwardingSource(frames) {
        @Override
        public SourceInfo info() {
          return SourceInfo.UNKNOWN.withLive(request.location().equals("plug:live"));
        }
      };
    }
  }

  /** Named as vidgear's. */
  public static final class Unshaken implements StabilizerProvider {
    /** For the service loader. */
    public Unshaken() {}

    @Override
    public String name() {
      return "asw";
    }

    @Override
    public Stabilizer create(Map<String, String> options) {
      stabilizerOptions = options;
      return create();
    }

    @Override
    public Stabilizer create() {
      return new Stabilizer() {
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
      };
    }
  }
}
