package io.framewire.web;

import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.FrameSource;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Pictures that move and are pleasant to look at, as cameras would give them. */
enum Scenery {
  /** Mountains at dawn, with birds. */
  VALLEY(Scenery::valley),
  /** A boat on the sea at noon. */
  BAY(Scenery::bay),
  /** A town by night. */
  TOWN(Scenery::town),
  /** A road in the hills, in the afternoon. */
  ROAD(Scenery::road);

  /** What is painted on; frames are smaller, since two cores paint, encode and show them. */
  private static final int WIDTH = 960;

  private static final int HEIGHT = 540;
  private static final int FRAME_WIDTH = 640;
  private static final int FRAME_HEIGHT = 360;

  private final BiConsumer<Graphics2D, Integer> painter;

  Scenery(BiConsumer<Graphics2D, Integer> painter) {
    this.painter = painter;
  }

  /** Frames without end, as fast as they are read. */
  FrameSource source() {
    int[] number = {0};
    return FrameSource.of(pool -> Optional.of(frame(pool, number[0]++)));
  }

  private Frame frame(FramePool pool, int number) {
    BufferedImage image =
        new BufferedImage(FRAME_WIDTH, FRAME_HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.scale((double) FRAME_WIDTH / WIDTH, (double) FRAME_HEIGHT / HEIGHT);
    painter.accept(canvas, number);
    canvas.dispose();
    Frame frame = pool.take(DType.UINT8, FRAME_HEIGHT, FRAME_WIDTH, 3);
    frame.data().put(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    return frame;
  }

  private static void valley(Graphics2D canvas, int number) {
    sky(canvas, new Color(0x2b3a75), new Color(0xffb27a), 400);
    disc(canvas, new Color(0xffe3b0), 640, 300 - number % 240 / 4.0, 62);
    ridge(canvas, new Color(0x7a6a9b), 330, 90, 0.011, number * 0.2);
    ridge(canvas, new Color(0x514a80), 385, 70, 0.017, number * 0.5 + 40);
    ridge(canvas, new Color(0x2c2f5c), 440, 55, 0.023, number + 90);
    ridge(canvas, new Color(0x171a38), 500, 35, 0.031, number * 2 + 10);
    canvas.setColor(new Color(0x1c1f40));
    canvas.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int bird = 0; bird < 5; bird++) {
      int x = Math.floorMod(number * 3 + bird * 46, WIDTH + 200) - 100;
      int y = 130 + bird % 3 * 26 + (int) (8 * Math.sin(number * 0.1 + bird));
      int wing = (int) (7 * Math.sin(number * 0.5 + bird));
      canvas.drawLine(x - 13, y - wing, x, y);
      canvas.drawLine(x, y, x + 13, y - wing);
    }
  }

  private static void bay(Graphics2D canvas, int number) {
    sky(canvas, new Color(0x4aa3df), new Color(0xd9f1ff), 330);
    disc(canvas, new Color(0xfff6c9), 190, 110, 48);
    for (int cloud = 0; cloud < 3; cloud++) {
      double x = Math.floorMod(number + cloud * 420, WIDTH + 320) - 160.0;
      for (int puff = 0; puff < 4; puff++) {
        disc(
            canvas,
            new Color(255, 255, 255, 225),
            x + puff * 36,
            90 + cloud * 42 - puff % 2 * 16,
            30);
      }
    }
    canvas.setPaint(new GradientPaint(0, 320, new Color(0x1f7fb8), 0, HEIGHT, new Color(0x0b3d66)));
    canvas.fillRect(0, 320, WIDTH, HEIGHT - 320);
    boat(canvas, 480 + 190 * Math.sin(number * 0.012), 345 + 6 * Math.sin(number * 0.09), number);
    ridge(canvas, new Color(0x15608f), 420, 8, 0.05, number * 3);
    ridge(canvas, new Color(0x0f4a75), 475, 10, 0.04, number * 5 + 60);
  }

  private static void boat(Graphics2D canvas, double x, double y, int number) {
    AffineTransform before = canvas.getTransform();
    canvas.translate(x, y);
    canvas.rotate(0.05 * Math.sin(number * 0.07));
    canvas.setColor(new Color(0x7b2d26));
    canvas.fillPolygon(new int[] {-95, 100, 66, -64}, new int[] {20, 20, 66, 66}, 4);
    canvas.setColor(new Color(0xfdfaf2));
    canvas.fillPolygon(new int[] {-4, -4, -82}, new int[] {-170, 4, 4}, 3);
    canvas.setColor(new Color(0xf2694b));
    canvas.fillPolygon(new int[] {6, 6, 84}, new int[] {-150, 4, 4}, 3);
    canvas.setColor(new Color(0x4a3428));
    canvas.fillRect(-3, -178, 8, 200);
    canvas.setTransform(before);
  }

  private static void town(Graphics2D canvas, int number) {
    sky(canvas, new Color(0x0b1026), new Color(0x3b2f63), 540);
    disc(canvas, new Color(0xf4f1de), 770, 105, 44);
    disc(canvas, new Color(0x141937), 752, 95, 40);
    for (int star = 0; star < 70; star++) {
      int light = 120 + (int) (100 * Math.abs(Math.sin(number * 0.05 + star)));
      canvas.setColor(new Color(255, 255, 255, light));
      int place = star * star * 7919 + star * 104729;
      canvas.fillOval(place % WIDTH, place / WIDTH % 270, 2 + star % 2, 2 + star % 2);
    }
    for (int house = 0; house < 13; house++) {
      house(canvas, house, number);
    }
    canvas.setColor(new Color(0x090c1a));
    canvas.fillRect(0, 470, WIDTH, 70);
    for (int car = 0; car < 4; car++) {
      int x = Math.floorMod(number * (5 + car) + car * 300, WIDTH + 240) - 120;
      canvas.setPaint(
          new GradientPaint(
              x, 0, new Color(255, 214, 120, 230), x + 110f, 0, new Color(255, 214, 120, 0)));
      canvas.fillRect(x, 492 + car % 2 * 24, 110, 7);
      canvas.setColor(new Color(0xe5484d));
      canvas.fillOval(x - 34, 491 + car % 2 * 24, 9, 9);
    }
  }

  private static void house(Graphics2D canvas, int house, int number) {
    int height = 150 + house * 97 % 190;
    int left = house * 76 - 10;
    canvas.setColor(house % 2 == 0 ? new Color(0x1a2145) : new Color(0x232a55));
    canvas.fillRect(left, 470 - height, 70, height);
    for (int window = 0; window < 3 * (height / 30 - 1); window++) {
      boolean lit = (house * 31 + window * 17 + number / 90) % 5 < 2;
      canvas.setColor(lit ? new Color(0xffd27a) : new Color(0x2f3768));
      canvas.fillRect(left + 11 + window % 3 * 19, 484 - height + window / 3 * 30, 11, 15);
    }
  }

  private static void road(Graphics2D canvas, int number) {
    sky(canvas, new Color(0x6fb7e9), new Color(0xfdf3d8), 300);
    ridge(canvas, new Color(0x8fb4c9), 260, 60, 0.009, number * 0.1);
    ridge(canvas, new Color(0x7fae74), 310, 30, 0.012, number * 0.25 + 30);
    canvas.setPaint(new GradientPaint(0, 310, new Color(0x86b95a), 0, HEIGHT, new Color(0x4e8a3a)));
    canvas.fillRect(0, 318, WIDTH, HEIGHT - 318);
    canvas.setColor(new Color(0x4b4f57));
    canvas.fillPolygon(new int[] {455, 505, 900, 60}, new int[] {318, 318, HEIGHT, HEIGHT}, 4);
    canvas.setColor(new Color(0xf4f1e6));
    for (int dash = 0; dash < 6; dash++) {
      double near = Math.pow((dash + number % 20 / 20.0) / 6, 2.2);
      double next = Math.pow((dash + number % 20 / 20.0 + 0.45) / 6, 2.2);
      trapezium(canvas, 318 + near * 222, 1 + near * 9, 318 + next * 222, 1 + next * 9);
    }
    for (int tree = 0; tree < 7; tree++) {
      double near = Math.pow((tree + number % 40 / 40.0) / 7, 2.4);
      tree(canvas, 445 - near * 480, 320 + near * 200, 10 + near * 90);
      tree(canvas, 515 + near * 480, 320 + near * 200, 10 + near * 90);
    }
  }

  private static void trapezium(Graphics2D canvas, double top, double up, double foot, double low) {
    canvas.fillPolygon(
        new int[] {(int) (480 - up), (int) (480 + up), (int) (480 + low), (int) (480 - low)},
        new int[] {(int) top, (int) top, (int) foot, (int) foot},
        4);
  }

  private static void tree(Graphics2D canvas, double x, double y, double size) {
    canvas.setColor(new Color(0x6b4a2f));
    canvas.fillRect(
        (int) (x - size * 0.06),
        (int) (y - size * 0.5),
        (int) (size * 0.12) + 1,
        (int) (size * 0.5));
    disc(canvas, new Color(0x2f6b34), x, y - size * 0.75, size * 0.36);
    disc(canvas, new Color(0x3f8443), x - size * 0.1, y - size * 0.85, size * 0.24);
  }

  private static void sky(Graphics2D canvas, Color top, Color bottom, int height) {
    canvas.setPaint(new GradientPaint(0, 0, top, 0, height, bottom));
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
  }

  private static void disc(Graphics2D canvas, Color colour, double x, double y, double radius) {
    canvas.setColor(colour);
    canvas.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private static void ridge(
      Graphics2D canvas, Color colour, int level, int height, double step, double shift) {
    Polygon ridge = new Polygon();
    ridge.addPoint(0, HEIGHT);
    for (int x = 0; x <= WIDTH; x += 6) {
      double at = (x + shift) * step;
      double up = Math.sin(at) * 0.6 + Math.sin(at * 2.3 + 1) * 0.3 + Math.sin(at * 5.1) * 0.1;
      ridge.addPoint(x, (int) (level - height * up));
    }
    ridge.addPoint(WIDTH, HEIGHT);
    canvas.setColor(colour);
    canvas.fill(ridge);
  }
}
