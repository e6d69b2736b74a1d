package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same files decoded here and by OpenCV for Python, to the last bit. */
@NeedsVidgear
@NeedsProgram(value = "ffmpeg", debianPackage = "ffmpeg")
class DecodeTest {
  private static DecodedClips clips;

  private final FramePool pool = FramePool.unpooled();

  @BeforeAll
  static void makeClips(@TempDir Path folder) throws IOException, InterruptedException {
    clips = DecodedClips.make(folder);
  }

  static List<String> names() {
    return DecodedClips.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void decodedFramesAreThoseOfOpenCvForPython(String name) {
    List<List<Integer>> shapes = new ArrayList<>();
    List<Long> crcs = new ArrayList<>();
    try (FrameSource source = FrameSources.open(clips.path(name))) {
      for (var next = source.read(pool); next.isPresent(); next = source.read(pool)) {
        note(next, shapes, crcs);
      }
    }
    assertThat(shapes).hasSize(DecodedClips.FRAMES).isEqualTo(python(name, "shapes"));
    assertThat(crcs).isEqualTo(longs(python(name, "crc32")));
  }

  @ParameterizedTest
  @MethodSource("names")
  void frameAtAPositionIsTheOneThatComesThereInOpenCvForPython(String name) {
    Map<String, String> options = Map.of("CAP_PROP_POS_FRAMES", "7");
    try (FrameSource source = FrameSources.open(clips.path(name), options);
        Frame frame = source.read(pool).orElseThrow()) {
      assertThat(crc32(frame)).isEqualTo(longs(python(name, "crc32")).get(7));
    }
  }

  @Test
  void colourSpacesAreThoseOfOpenCvForPython() {
    String clip = clips.path(names().get(0));
    assertThat(clips.colourSpaces()).hasSizeGreaterThan(20);
    for (PeerLine python : clips.colourSpaces()) {
      Map<String, String> options = Map.of("colorspace", python.text("name"));
      try (FrameSource source = FrameSources.open(clip, options);
          Frame frame = source.read(pool).orElseThrow()) {
        assertThat(shape(frame)).as(python.text("name")).isEqualTo(python.shape());
        // Python's OpenCV leaves some to Intel's library, which rounds otherwise
        byte[] pixels = Base64.getDecoder().decode(python.text("pixels"));
        assertThat(decibels(frame, pixels)).as(python.text("name")).isGreaterThan(45);
      }
    }
  }

  private static void note(Optional<Frame> next, List<List<Integer>> shapes, List<Long> crcs) {
    try (Frame frame = next.orElseThrow()) {
      shapes.add(shape(frame));
      crcs.add(crc32(frame));
    }
  }

  private static Object python(String clip, String fact) {
    return clips.python(clip).values().get(fact);
  }

  private static List<Long> longs(Object numbers) {
    return ((List<?>) numbers).stream().map(number -> ((Number) number).longValue()).toList();
  }

  private static List<Integer> shape(Frame frame) {
    return Arrays.stream(frame.shape()).boxed().toList();
  }

  private static double decibels(Frame frame, byte[] pixels) {
    assertThat(pixels).hasSize(frame.byteSize());
    ByteBuffer data = frame.data();
    double squares = 0;
    for (int index = 0; index < pixels.length; index++) {
      int difference = (data.get(index) & 0xff) - (pixels[index] & 0xff);
      squares += difference * difference;
    }
    return 10 * Math.log10(255.0 * 255.0 * pixels.length / squares);
  }

  private static long crc32(Frame frame) {
    CRC32 crc = new CRC32();
    crc.update(frame.data());
    return crc.getValue();
  }
}
