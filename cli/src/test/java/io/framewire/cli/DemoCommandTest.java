package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @Test
  void leavesAPictureOfEveryFrameThatWasSampled(@TempDir Path folder) throws Exception {
    Path picture = folder.resolve("demo.png");
    CliRun run = CliRun.of("demo", "--frames", "12", "--output", picture.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("made a clip of 12 frames")
        .contains("12 frames of 960x540, 0 lost, all bit for bit as sent")
        .contains("latency, from send to answer: p50 ")
        .contains("see " + picture.toAbsolutePath());
    BufferedImage sheet = ImageIO.read(picture.toFile());
    assertThat(sheet.getWidth()).isGreaterThan(1000);
    assertThat(sheet.getHeight()).isGreaterThan(500);
  }

  @Test
  void saysWhatIsWrongWhereThePictureCannotBeWritten(@TempDir Path folder) {
    CliRun run =
        CliRun.of(
            "demo", "--frames", "2", "--output", folder.resolve("no/such/folder.png").toString());

    assertThat(run.exitCode()).isEqualTo(Errors.OTHER);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("cannot write");
  }
}
