package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ProtocolException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.frame.Kind;
import io.framewire.interop.CodecPeer.PythonArray;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Framewire's codec against the live msgpack-numpy, with arrays nobody chose by hand. */
@NeedsVidgear
class CodecCrossCheckTest {
  /** {@code -Dinterop.seed=NUMBER} repeats a run. */
  private static final long SEED = Long.getLong("interop.seed", new Random().nextInt(1 << 30));

  private static final int ARRAYS = 500;

  private static CodecPeer python;
  private final JavaCodec java = new JavaCodec();

  @BeforeAll
  static void startPython() throws IOException {
    System.out.println("arrays come from -Dinterop.seed=" + SEED);
    python = new CodecPeer();
  }

  @AfterAll
  static void endPython() {
    python.close();
  }

  @Test
  void pythonReadsWhatJavaWritesAndWritesItTheSame() {
    arrays(new RandomArrays(SEED)).forEach(this::checkJavaToPython);
  }

  @Test
  void javaReadsWhatPythonWritesAndWritesItTheSame() {
    arrays(new RandomArrays(SEED + 1)).forEach(this::checkPythonToJava);
  }

  @Test
  void pythonReadsTimesWhichItCannotWrite() {
    RandomArrays random = new RandomArrays(SEED + 2);
    Stream.generate(random::nextTimes).limit(ARRAYS).forEach(this::checkRead);
  }

  @Test
  void javaReadsNumpyScalarsAsArraysOfRankZero() {
    Set<String> doublesWhichMsgpackWritesItself = Set.of("<f8", ">f8");
    for (String dtype : RandomArrays.plain()) {
      if (doublesWhichMsgpackWritesItself.contains(dtype)) {
        continue;
      }
      PatternedFrames scalar = new PatternedFrames(DType.parse(dtype), List.of(), 1, (int) SEED);
      try (Frame read = java.frame(python.encodeScalar(scalar))) {
        assertThat(read.rank()).as(dtype).isZero();
        assertThat(read.byteSize()).as(dtype).isEqualTo(scalar.dtype().itemSize());
      }
    }
  }

  @Test
  void javaRefusesThePickleThatPythonMakesOfObjectsByName() {
    byte[] pickled = python.encodeObjects(List.of("text", 7, true));
    assertThatThrownBy(() -> java.frame(pickled))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("pickle");
  }

  private static Stream<PatternedFrames> arrays(RandomArrays random) {
    Stream<String> longDoubles = Stream.of("<f16", "<c32").filter(python::knows);
    Stream<PatternedFrames> ofEachDtype =
        Stream.concat(RandomArrays.plain().stream(), longDoubles)
            .map(dtype -> random.of(DType.parse(dtype)));
    Supplier<PatternedFrames> next = random::next;
    return Stream.concat(ofEachDtype, Stream.generate(next).limit(ARRAYS));
  }

  private void checkJavaToPython(PatternedFrames array) {
    byte[] written = checkRead(array);
    boolean plainVoid = array.dtype().kind() == Kind.VOID && array.dtype().fields().isEmpty();
    if (!plainVoid && !renamedByPython(array.dtype())) {
      assertThat(python.encodeAgain(written)).as(named(array)).isEqualTo(written);
    }
  }

  private byte[] checkRead(PatternedFrames array) {
    try (Frame frame = array.frame(FramePool.unpooled(), 0)) {
      byte[] written = java.array(frame);
      PythonArray read = python.decode(written);
      assertThat(read.seen().shape()).as(named(array)).isEqualTo(array.shape());
      assertThat(read.seen().number("itemsize"))
          .as(named(array))
          .isEqualTo(array.dtype().itemSize());
      assertThat(read.elements()).as(named(array)).isEqualTo(elements(frame));
      if (array.dtype().kind() != Kind.VOID) {
        assertThat(read.seen().text("dtype")).as(named(array)).isEqualTo(array.dtype().str());
      }
      return written;
    }
  }

  private void checkPythonToJava(PatternedFrames array) {
    byte[] written = python.encode(array);
    try (Frame read = java.frame(written)) {
      assertThat(array.numberOf(read, -1)).as(named(array) + " read as " + read).isZero();
      assertThat(java.array(read)).as(named(array)).isEqualTo(written);
    }
  }

  /** Python gives padding, which has no name, one when it reads it; plain void likewise. */
  private static boolean renamedByPython(DType dtype) {
    return dtype.fields().stream()
        .anyMatch(field -> field.name().isEmpty() || renamedByPython(field.type()));
  }

  private static byte[] elements(Frame frame) {
    byte[] elements = new byte[frame.byteSize()];
    frame.data().get(elements);
    return elements;
  }

  private static String named(PatternedFrames array) {
    return array + " of seed " + SEED;
  }
}
