package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StabilizeOptionTest {
  private static final int FRAMES = 30;

  @TempDir private Path folder;

  @Test
  void sendsEveryFrameOfAShakyClipButSteadier() throws Exception {
    String pictures = shakyPictures();
    Map<String, Object> shaky = stream(pictures);
    Map<String, Object> steady = stream(pictures, "--stabilize");
    assertThat(shaky).containsEntry("frames", FRAMES).containsEntry("ended", "terminated");
    assertThat(steady)
        .containsEntry("frames", FRAMES)
        .containsEntry("ended", "terminated")
        .containsEntry("shape", shaky.get("shape"));
    assertThat(steady.get("crc32")).isNotEqualTo(shaky.get("crc32"));
  }

  @Test
  void stillSaysThatTheSourceIsMissing() {
    CliRun run = CliRun.of("send", folder.resolve("none.mp4").toString(), "--stabilize");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).contains("none.mp4");
  }

  private static Map<String, Object> stream(String pictures, String... more) throws Exception {
    String endpoint = FreePort.endpoint();
    CompletableFuture<CliRun> receiving =
        CliRun.start("receive", "--at", endpoint, "--json", "--digest");
    String[] words = {"send", pictures, "--to", endpoint};
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    CliRun sent = CliRun.of(all);
    assertThat(sent.err()).isEmpty();
    return JSON.std.mapFrom(receiving.get(60, TimeUnit.SECONDS).lastLine());
  }

  private String shakyPictures() throws IOException {
    for (int index = 0; index < FRAMES; index++) {
      int shift = 20 + (int) Math.round(6 * Math.sin(2.0 * index));
      BufferedImage picture = scene().getSubimage(shift, shift, 160, 120);
      ImageIO.write(picture, "png", folder.resolve("%03d.png".formatted(index)).toFile());
    }
    return folder.resolve("%03d.png").toString();
  }

  private static BufferedImage scene() {
    Random random = new Random(5);
    BufferedImage scene = new BufferedImage(200, 160, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = scene.createGraphics();
    for (int count = 0; count < 200; count++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillRect(random.nextInt(200), random.nextInt(160), 12, 12);
    }
    graphics.dispose();
    return scene;
  }
}
