package io.framewire.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Stabilizer;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StabilizerBuilderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SMOOTHING_RADIUS|1|SMOOTHING_RADIUS is 1: use 2 to 250 frames",
        "SMOOTHING_RADIUS|-3|SMOOTHING_RADIUS is -3: use 2 to 250 frames",
        "SMOOTHING_RADIUS|many|SMOOTHING_RADIUS is \"many\": use a whole number",
        "BORDER_SIZE|-1|BORDER_SIZE is -1: use 0 to 4096 pixels",
        "BORDER_SIZE|2.5|BORDER_SIZE is \"2.5\": use a whole number",
        "BORDER_TYPE|white|BORDER_TYPE is \"white\": use black, reflect, reflect_101, replicate or wrap",
        "CROP_N_ZOOM|1|CROP_N_ZOOM is \"1\": use true or false",
        "KALMAN|true|the stabilizer has no option \"KALMAN\": use SMOOTHING_RADIUS, BORDER_SIZE, BORDER_TYPE or CROP_N_ZOOM"
      })
  void refusesWhatIsImpossibleNamingTheValueAndTheRemedy(
      String name, String value, String message) {
    assertRefused(() -> Stabilizers.asw().option(name, value).build().close(), message);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 251})
  void refusesAnImpossibleLag(int frames) {
    assertRefused(
        () -> Stabilizers.fixedLag(frames).build().close(),
        "the lag is " + frames + ": use 0 to 250 frames");
  }

  @Test
  void takesAllOfVidgearsOptionsAtOnce() {
    Map<String, String> options =
        Map.of(
            "SMOOTHING_RADIUS",
            "5",
            "BORDER_SIZE",
            "8",
            "BORDER_TYPE",
            "reflect",
            "CROP_N_ZOOM",
            "False");
    try (FramePool pool = new FramePool();
        Clip clip = new Clip(96, 64)) {
      Steadying run =
          Steadying.of(
              Stabilizers.asw().options(options),
              12,
              pool,
              index -> clip.frame(index, pool),
              steady -> assertThat(steady.shape()).containsExactly(80, 112, 3));
      assertThat(run.delay()).isEqualTo(4);
    }
  }

  @Test
  void whatIsBuiltKeepsItsOptions() {
    StabilizerBuilder builder = Stabilizers.fixedLag(0);
    try (Stabilizer first = builder.build();
        FramePool pool = new FramePool()) {
      builder.borderSize(10);
      Frame frame = pool.take(DType.UINT8, 64, 64);
      try (Frame steady = first.stabilize(frame, pool).orElseThrow()) {
        assertThat(steady.shape()).containsExactly(64, 64);
      }
    }
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ConfigurationException.class).hasMessage(message);
  }
}
