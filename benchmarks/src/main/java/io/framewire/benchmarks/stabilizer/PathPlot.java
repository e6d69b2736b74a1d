package io.framewire.benchmarks.stabilizer;

import io.framewire.benchmarks.stabilizer.CameraPath.Place;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;

/** Draws where the scene is in the picture, frame by frame: one panel across, one down. */
final class PathPlot {
  private static final int WIDTH = 1200;
  private static final int PANEL = 330;
  private static final int LEFT = 70;
  private static final int RIGHT = 30;
  private static final int TOP = 70;
  private static final int GAP = 60;
  private static final int MARK_PIXELS = 10;
  private static final int MARK_FRAMES = 30;
  private static final Color BEFORE = new Color(0xb0, 0xb0, 0xb0);
  private static final Color WAY = new Color(0x60, 0x60, 0x60);
  private static final Color[] COLOURS = {
    new Color(0xe6, 0x9f, 0x00), new Color(0x00, 0x72, 0xb2), new Color(0x00, 0x9e, 0x73)
  };
  // vidgear's line is wide, so that ours is seen upon it
  private static final float[] WIDTHS = {6, 2, 2};

  private final CameraPath before;
  private final CameraPath way;
  private final Map<String, CameraPath> after = new LinkedHashMap<>();

  PathPlot(CameraPath before, CameraPath way) {
    this.before = before;
    this.way = way;
  }

  /** Adds one of up to three paths after stabilization. */
  PathPlot line(String name, CameraPath path) {
    after.put(name, path);
    return this;
  }

  void write(Path file) throws IOException {
    int height = TOP + 2 * (PANEL + GAP);
    BufferedImage picture = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, height);
    legend(graphics);
    panel(graphics, TOP, "across, pixels", Place::x);
    panel(graphics, TOP + PANEL + GAP, "down, pixels", Place::y);
    graphics.dispose();
    ImageIO.write(picture, "png", file.toFile());
  }

  private void legend(Graphics2D graphics) {
    int x = entry(graphics, LEFT, "before", BEFORE, 2);
    x = entry(graphics, x, "the camera's way without its shake", WAY, 1);
    int index = 0;
    for (String name : after.keySet()) {
      x = entry(graphics, x, name, COLOURS[index], WIDTHS[index]);
      index++;
    }
  }

  private static int entry(Graphics2D graphics, int x, String name, Color colour, float width) {
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke(width));
    graphics.drawLine(x, TOP / 2 - 5, x + 30, TOP / 2 - 5);
    graphics.setColor(Color.BLACK);
    graphics.drawString(name, x + 38, TOP / 2);
    return x + 38 + graphics.getFontMetrics().stringWidth(name) + 30;
  }

  private void panel(Graphics2D graphics, int top, String title, ToDoubleFunction<Place> axis) {
    double least = before.places().stream().mapToDouble(axis).min().orElse(0) - 2;
    double most = before.places().stream().mapToDouble(axis).max().orElse(0) + 2;
    Scale scale = new Scale(top, least, most, before.end() - 1);
    scale.grid(graphics, title);
    scale.draw(graphics, before, axis, BEFORE, 2);
    int index = 0;
    for (CameraPath path : after.values()) {
      scale.draw(graphics, path, axis, COLOURS[index], WIDTHS[index]);
      index++;
    }
    scale.draw(graphics, way, axis, WAY, 1);
  }

  /** Where values and frames are in a panel. */
  private record Scale(int top, double least, double most, int lastFrame) {
    double x(int frame) {
      return LEFT + (double) frame / lastFrame * (WIDTH - LEFT - RIGHT);
    }

    double y(double value) {
      return top + (most - value) / (most - least) * PANEL;
    }

    void grid(Graphics2D graphics, String title) {
      graphics.setStroke(new BasicStroke(1));
      for (int mark = (int) Math.ceil(least / MARK_PIXELS); mark * MARK_PIXELS < most; mark++) {
        int y = (int) y(mark * MARK_PIXELS);
        graphics.setColor(new Color(0xe8, 0xe8, 0xe8));
        graphics.drawLine(LEFT, y, WIDTH - RIGHT, y);
        graphics.setColor(Color.BLACK);
        graphics.drawString(String.valueOf(mark * MARK_PIXELS), LEFT - 40, y + 5);
      }
      for (int frame = 0; frame <= lastFrame; frame += MARK_FRAMES) {
        graphics.drawString(String.valueOf(frame), (int) x(frame) - 5, top + PANEL + 20);
      }
      graphics.drawString(title, LEFT + 5, top - 5);
      graphics.drawString("frame", WIDTH - RIGHT - 45, top + PANEL + 38);
    }

    void draw(
        Graphics2D graphics,
        CameraPath path,
        ToDoubleFunction<Place> axis,
        Color colour,
        float width) {
      Path2D line = new Path2D.Double();
      line.moveTo(x(path.first()), y(axis.applyAsDouble(path.at(path.first()))));
      for (int frame = path.first() + 1; frame < path.end(); frame++) {
        line.lineTo(x(frame), y(axis.applyAsDouble(path.at(frame))));
      }
      graphics.setColor(colour);
      graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(line);
    }
  }
}
