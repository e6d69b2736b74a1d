package io.framewire.cli.sink;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.JComponent;

/** Shows a picture as large as there is room, in its own proportions. */
final class PictureView extends JComponent {
  private static final long serialVersionUID = 1;

  private transient Optional<BufferedImage> picture = Optional.empty();

  PictureView() {
    setOpaque(true);
  }

  void show(BufferedImage image) {
    picture = Optional.of(image);
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return picture
        .map(image -> new Dimension(image.getWidth(), image.getHeight()))
        .orElseGet(super::getPreferredSize);
  }

  @Override
  protected void paintComponent(Graphics canvas) {
    canvas.setColor(Color.BLACK);
    canvas.fillRect(0, 0, getWidth(), getHeight());
    picture.ifPresent(image -> draw((Graphics2D) canvas, image));
  }

  private void draw(Graphics2D canvas, BufferedImage image) {
    Rectangle place = place(image.getWidth(), image.getHeight(), getWidth(), getHeight());
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.drawImage(image, place.x, place.y, place.width, place.height, null);
  }

  /** The largest place of those proportions in the middle of the room. */
  static Rectangle place(int width, int height, int roomWidth, int roomHeight) {
    double scale = Math.min((double) roomWidth / width, (double) roomHeight / height);
    int placeWidth = (int) Math.round(width * scale);
    int placeHeight = (int) Math.round(height * scale);
    return new Rectangle(
        (roomWidth - placeWidth) / 2, (roomHeight - placeHeight) / 2, placeWidth, placeHeight);
  }
}
