package io.framewire.source.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.SourceException;
import io.framewire.file.Clips;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Pictures by a pattern of their names. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "FFmpeg looks for patterns with POSIX's glob")
class GlobTest {
  private static final int FRAMES = 5;

  @TempDir Path folder;

  @Test
  void picturesComeInTheOrderOfTheirNames() throws IOException {
    Clips.sequence(folder, "at noon: %d.png", FRAMES, 48, 64, 3);
    Files.writeString(folder.resolve("notes.txt"), "no picture");
    List<Double> likeness = new ArrayList<>();
    int count =
        Reading.all(
            folder.resolve("*.png"),
            frame -> {
              try (Frame picture =
                  Clips.picture(FramePool.unpooled(), likeness.size(), 48, 64, 3)) {
                likeness.add(Clips.likeness(frame, picture));
              }
            });
    assertThat(count).isEqualTo(FRAMES);
    assertThat(likeness).containsOnly(Double.POSITIVE_INFINITY);
  }

  @Test
  void questionMarkIsAnyLetter() {
    Clips.sequence(folder, "p%d.png", FRAMES, 48, 64, 3);
    assertThat(Reading.all(folder.resolve("p?.png"), frame -> {})).isEqualTo(FRAMES);
    assertThat(Reading.all(folder.resolve("?2.png"), frame -> {})).isEqualTo(1);
  }

  @Test
  void patternThatNothingHasIsAnError() {
    assertThatThrownBy(() -> FrameSources.open(folder.resolve("*.png").toString()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("cannot open " + folder.resolve("*.png"))
        .hasMessageContaining("no picture has such a name");
  }

  @Test
  void fileOfThatVeryNameIsTheFile() throws IOException {
    Path odd = folder.resolve("what?.mp4");
    Files.move(Clips.video(folder.resolve("clip.mp4"), FRAMES, 48, 64, 3), odd);
    assertThat(Reading.all(odd, frame -> {})).isEqualTo(FRAMES);
  }
}
