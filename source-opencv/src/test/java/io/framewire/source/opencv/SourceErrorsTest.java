package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.file.Clips;
import io.framewire.source.FrameSources;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceErrorsTest {
  @TempDir Path folder;

  @Test
  void missingFileIsNamed() {
    Path file = folder.resolve("clip.mp4");
    assertCannotOpen(file).hasMessage("cannot open " + file + ": no such file");
  }

  @Test
  void sequenceWithoutFilesIsNamed() {
    assertCannotOpen(folder.resolve("img_%03d.png")).hasMessageContaining(": no such file: the");
  }

  @Test
  void directoryIsNoFile() {
    assertCannotOpen(folder).hasMessageContaining("it is a directory");
  }

  @Test
  void unreadableFileSaysPermissionDenied() throws IOException {
    Path file = Clips.video(folder.resolve("clip.mp4"), 1, 48, 64, 3);
    assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "root reads all");
    assertCannotOpen(file).hasMessageContaining("permission denied");
  }

  @Test
  void emptyFileSaysSo() throws IOException {
    assertCannotOpen(Files.createFile(folder.resolve("clip.mp4")))
        .hasMessageEndingWith("it is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "notes.mp4", "notes", "notes.png"})
  void textIsNoVideo(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "just some words\n".repeat(100));
    assertCannotOpen(file).hasMessageContaining("no video");
  }

  @Test
  void mp4WithoutItsEndIsNoVideo() throws IOException {
    Path clip = Clips.video(folder.resolve("clip.mp4"), 30, 48, 64, 3);
    byte[] bytes = Files.readAllBytes(clip);
    Files.write(clip, Arrays.copyOf(bytes, bytes.length / 2));
    assertCannotOpen(clip).hasMessageContaining("it is cut off");
  }

  @Test
  void soundWithoutPicturesIsNoVideo() throws IOException {
    byte[] header = {
      'R', 'I', 'F', 'F', 36, 1, 0, 0, 'W', 'A', 'V', 'E', 'f', 'm', 't', ' ', 16, 0, 0, 0, 1, 0, 1,
      0, 64, 31, 0, 0, 64, 31, 0, 0, 1, 0, 8, 0, 'd', 'a', 't', 'a', 0, 1, 0, 0
    };
    Path file = Files.write(folder.resolve("sound.wav"), Arrays.copyOf(header, 300));
    assertCannotOpen(file).hasMessageContaining("there is no video in it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "tcp", "rtsp", "rtmp"})
  void unreachableServerIsNamed(String scheme) throws IOException {
    String url = scheme + "://127.0.0.1:" + freePort() + "/clip";
    assertCannotOpen(url, Map.of())
        .hasMessageStartingWith("cannot open " + url + ": ")
        .hasMessageContaining("check the address");
  }

  @Test
  void silentServerIsAnErrorAfterTheTimeLimit() {
    assertCannotOpen("udp://127.0.0.1:0", Map.of("timeout", "0.2"))
        .hasMessageContaining("delivered nothing for 0.2 s")
        .hasMessageContaining("option timeout");
  }

  @Test
  void passwordIsNotRepeated() throws IOException {
    String url = "rtsp://me:secret@127.0.0.1:" + freePort() + "/door";
    assertCannotOpen(url, Map.of())
        .hasMessageContaining("rtsp://me:***@127.0.0.1")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "colour,red,has no option \"colour\": it has backend",
    "timeout,soon,option timeout of source clip.mp4 is \"soon\": use a number",
    "timeout,0,use 0.001 to 86400",
    "timeout,NaN,use 0.001 to 86400",
    "threads,65,use 0 to 64",
    "threads,1.5,use a whole number",
  })
  void impossibleOptionsAreRefusedBeforeAnythingIsOpened(String name, String value, String words) {
    assertThatThrownBy(() -> FrameSources.open("clip.mp4", Map.of(name, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(words);
  }

  @Test
  void unknownDemuxerIsRefused() {
    Path clip = Clips.video(folder.resolve("clip.mp4"), 1, 48, 64, 3);
    assertThatThrownBy(() -> FrameSources.open(clip.toString(), Map.of("format", "nonsense")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("\"nonsense\", which is no demuxer");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertCannotOpen(Path file) {
    return assertCannotOpen(file.toString(), Map.of());
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertCannotOpen(
      String location, Map<String, String> options) {
    return assertThatThrownBy(() -> Reading.all(location, options, frame -> {}))
        .isInstanceOf(SourceException.class)
        .hasMessageNotContaining("\n");
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }
}
