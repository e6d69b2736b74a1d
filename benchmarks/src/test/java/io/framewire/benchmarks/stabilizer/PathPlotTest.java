package io.framewire.benchmarks.stabilizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.benchmarks.stabilizer.CameraPath.Place;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathPlotTest {
  @Test
  void drawsEachPathInAColourOfItsOwn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("paths.png");
    new PathPlot(path(Math::sin), path(frame -> 0))
        .line("first", path(frame -> 0.3))
        .line("second", path(frame -> 0.6))
        .line("third", path(frame -> -0.5))
        .write(file);
    BufferedImage picture = ImageIO.read(file.toFile());
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 80; y < picture.getHeight(); y++) {
        colours.add(picture.getRGB(x, y) & 0xffffff);
      }
    }
    assertThat(colours).contains(0xb0b0b0, 0x606060, 0xe69f00, 0x0072b2, 0x009e73);
  }

  private static CameraPath path(IntToDoubleFunction value) {
    return new CameraPath(
        0,
        IntStream.range(0, 100)
            .mapToObj(
                frame -> new Place(10 * value.applyAsDouble(frame), value.applyAsDouble(frame), 0))
            .toList());
  }
}
