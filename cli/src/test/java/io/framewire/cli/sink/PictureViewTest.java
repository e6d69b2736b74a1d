package io.framewire.cli.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureViewTest {
  @ParameterizedTest
  @CsvSource({"64,48,0,0,64,48", "128,48,32,0,64,48", "64,96,0,24,64,48", "32,24,0,0,32,24"})
  void picturesAreAsLargeAsThereIsRoomAndInTheMiddle(
      int roomWidth, int roomHeight, int x, int y, int width, int height) {
    assertThat(PictureView.place(64, 48, roomWidth, roomHeight))
        .isEqualTo(new Rectangle(x, y, width, height));
  }

  @Test
  void paintsItsPictureBetweenBlackBars() {
    PictureView view = new PictureView();
    view.show(filled(64, 48, Color.GREEN));
    assertThat(view.getPreferredSize()).isEqualTo(new Dimension(64, 48));
    BufferedImage painted = paint(view, 128, 48);
    assertThat(painted.getRGB(64, 24)).isEqualTo(Color.GREEN.getRGB());
    assertThat(painted.getRGB(31, 24)).isEqualTo(Color.BLACK.getRGB());
    assertThat(painted.getRGB(96, 24)).isEqualTo(Color.BLACK.getRGB());
  }

  @Test
  void showsTheLastPictureItWasGivenAndBlackBeforeThat() {
    PictureView view = new PictureView();
    assertThat(paint(view, 8, 8).getRGB(4, 4)).isEqualTo(Color.BLACK.getRGB());
    view.show(filled(8, 8, Color.GREEN));
    view.show(filled(16, 16, Color.RED));
    assertThat(paint(view, 8, 8).getRGB(4, 4)).isEqualTo(Color.RED.getRGB());
  }

  private static BufferedImage filled(int width, int height, Color colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(colour);
    canvas.fillRect(0, 0, width, height);
    canvas.dispose();
    return image;
  }

  private static BufferedImage paint(PictureView view, int width, int height) {
    view.setSize(width, height);
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = target.createGraphics();
    view.paintComponent(canvas);
    canvas.dispose();
    return target;
  }
}
