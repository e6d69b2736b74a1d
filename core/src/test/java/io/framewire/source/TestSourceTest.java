package io.framewire.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestSourceTest {
  private final FramePool pool = new FramePool();

  @AfterEach
  void nothingIsLeftOnLoan() {
    assertThat(pool.statistics().lentBlocks()).isZero();
  }

  @Test
  void isAColourPictureUnlessToldOtherwise() {
    try (Frame frame = first("test:64x48")) {
      assertThat(frame.dtype()).isEqualTo(DType.UINT8);
      assertThat(frame.shape()).containsExactly(48, 64, 3);
    }
  }

  @Test
  void moves() {
    try (FrameSource source = FrameSources.open("test:64x48?fps=0");
        Frame one = source.read(pool).orElseThrow();
        Frame two = source.read(pool).orElseThrow()) {
      assertThat(one.data().mismatch(two.data())).isNotNegative();
      assertThat(two.data().get(4 * 3 + 16 * 64 * 3)).isEqualTo((byte) 255);
    }
  }

  @Test
  void standsStillWhereItIsStatic() {
    try (FrameSource source = FrameSources.open("test:64x48?fps=0", Map.of("static", "true"));
        Frame one = source.read(pool).orElseThrow();
        Frame two = source.read(pool).orElseThrow()) {
      assertThat(one.data().mismatch(two.data())).isNegative();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bool", "int8", "uint8", "<i2", ">i2", "<u2", ">u2", "<i4", ">u4", "<i8", ">u8", "<f2",
        ">f2", "<f4", ">f4", "<f8", ">f8", "<c8", ">c8", "<c16"
      })
  void isDrawnInEveryDrawableDTypeSizeAndNumberOfChannels(String dtype) {
    for (String size : new String[] {"1x1", "2x1", "1x2", "3x3", "7x5", "5x7", "64x48"}) {
      for (int channels : new int[] {1, 2, 3, 4, 64}) {
        String options = "?fps=0&channels=" + channels + "&dtype=" + encoded(dtype);
        try (FrameSource source = FrameSources.open("test:" + size + options)) {
          for (int step = 0; step < 5; step++) {
            try (Frame frame = source.read(pool).orElseThrow()) {
              assertThat(frame.dtype()).isEqualTo(DType.parse(dtype));
              assertThat(frame.rank()).isEqualTo(channels == 1 ? 2 : 3);
              assertThat(frame.data().hasRemaining()).isTrue();
            }
          }
        }
      }
    }
  }

  @Test
  void hasABrightSquareOfOneInFloats() {
    try (Frame half = first("test:8x8?channels=1&dtype=%3Ef2");
        Frame full = first("test:8x8?channels=1&dtype=%3Cf4")) {
      int square = 2 * 8;
      assertThat(half.data().getShort(square * 2)).isEqualTo((short) 0x3c00);
      assertThat(full.data().getFloat(square * 4)).isEqualTo(1f);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<f12", "<f16", "<c24", "<c32", "|S5", "<U3", "<M8[ns]", "|V12"})
  void namesTheDTypeItCannotDraw(String dtype) {
    assertThatThrownBy(() -> FrameSources.open("test:4x4?dtype=" + encoded(dtype)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("unsupported dtype " + dtype);
  }

  @ParameterizedTest
  @CsvSource({
    "test:4x4?fsp=1, no option \"fsp\"",
    "test:4x4?fps=fast, option fps is \"fast\"",
    "test:4x4?fps=-1, option fps is -1: use 0 to 10000",
    "test:4x4?fps=NaN, option fps is NaN",
    "test:4x4?channels=0, option channels is 0: use 1 to 64",
    "test:4x4?channels=65, option channels",
    "test:4x4?channels=2.5, option channels is 2.5",
    "test:4x4?static=yes, option static is \"yes\"",
    "test:4x4?dtype=pixel, unknown dtype \"pixel\"",
    "test:0x4, is not test:WIDTHxHEIGHT",
    "test:4x0, is not test:WIDTHxHEIGHT",
    "test:00x4, is not test:WIDTHxHEIGHT",
    "test:4, is not test:WIDTHxHEIGHT",
    "test:99999x99999, larger than 2 GiB"
  })
  void refusesWhatItCannotBe(String location, String words) {
    assertThatThrownBy(() -> FrameSources.open(location))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(words);
  }

  @Test
  void endsItsReadWhenItIsClosed() {
    FrameSource source = FrameSources.open("test:4x4?fps=0.001");
    source.read(pool).orElseThrow().close();
    CompletableFuture<Boolean> reading =
        CompletableFuture.supplyAsync(() -> source.read(pool).isEmpty());
    source.close();
    source.close();
    assertThat(reading.join()).isTrue();
    assertThat(source.read(pool)).isEmpty();
  }

  private Frame first(String location) {
    try (FrameSource source = FrameSources.open(location)) {
      return source.read(pool).orElseThrow();
    }
  }

  private static String encoded(String dtype) {
    return URLEncoder.encode(dtype, StandardCharsets.UTF_8);
  }
}
