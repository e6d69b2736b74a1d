package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.framewire.error.SourceException;
import io.framewire.file.Clips;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process that does nothing else can show. */
class OwnProcessTest {
  private static final Path LOADED = Path.of("/proc/self/maps");

  @TempDir Path folder;

  @Test
  void nativeCodeWritesNothingToStandardError() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.mp4"), "just some words\n".repeat(100));
    open(file);
    assertThat(folder.resolve("output")).content().startsWith("cannot open " + file);
    assertThat(Files.readAllLines(folder.resolve("errors"))).allMatch(OwnProcessTest::isExpected);
  }

  @Test
  void decodingAFileLoadsFfmpegButNotOpenCv() throws Exception {
    assumeTrue(Files.exists(LOADED), "only Linux tells what is loaded");
    open(Clips.video(folder.resolve("clip.mp4"), 1, 48, 64, 3));
    assertThat(folder.resolve("output")).content().isEqualTo("ffmpeg true, opencv false");
  }

  @Test
  void firstStartSaysOnceWhatIsUnpackedAndWhere() throws Exception {
    Path clip = Clips.video(folder.resolve("clip.mp4"), 1, 48, 64, 3);
    Path cache = folder.resolve("cache");
    String option = "-Dorg.bytedeco.javacpp.cachedir=" + cache;
    open(clip, option);
    assertThat(folder.resolve("errors"))
        .content()
        .containsPattern("unpacking FFmpeg's native code, up to \\d+ MB, to " + cache);
    open(clip, option);
    assertThat(folder.resolve("errors")).content().doesNotContain("unpacking");
  }

  private void open(Path file, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx64m");
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Opening.class.getName(),
            file.toString()));
    int exit =
        new ProcessBuilder(command)
            .redirectError(folder.resolve("errors").toFile())
            .redirectOutput(folder.resolve("output").toFile())
            .start()
            .waitFor();
    assertThat(exit).isZero();
  }

  /** Newer JDKs announce that native code is loaded, and we that it is unpacked. */
  private static boolean isExpected(String line) {
    return line.isEmpty() || line.startsWith("WARNING: ") || line.contains(" unpacking ");
  }

  /** Reads a frame of what it is told to, and says what that took. */
  static final class Opening {
    private Opening() {}

    public static void main(String[] locations) throws IOException {
      try (FrameSource source = FrameSources.open(locations[0])) {
        source.read(FramePool.unpooled()).orElseThrow().close();
        String loaded = Files.readString(LOADED);
        System.out.print(
            "ffmpeg "
                + loaded.contains("libavcodec")
                + ", opencv "
                + loaded.contains("libopencv_core"));
      } catch (SourceException expected) {
        System.out.print(expected.getMessage());
      }
    }
  }
}
