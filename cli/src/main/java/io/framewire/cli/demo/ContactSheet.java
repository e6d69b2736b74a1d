package io.framewire.cli.demo;

import io.framewire.cli.sink.PngFolder;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.opencv.Mats;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Draws sent frames beside the received ones, with the stream's figures above. */
final class ContactSheet {
  private static final int MARGIN = 24;
  private static final int TILE_WIDTH = 384;
  private static final int TILE_HEIGHT = 216;
  private static final int LABEL_HEIGHT = 34;
  private static final int LINE_HEIGHT = 30;
  private static final int PAIRS_IN_ROW = 2;

  private final Frame sheet;
  private final int headHeight;

  private ContactSheet(int pairs, int lines) {
    this.headHeight = MARGIN + LINE_HEIGHT * (lines + 1);
    int rows = (pairs + PAIRS_IN_ROW - 1) / PAIRS_IN_ROW;
    int height = headHeight + rows * (TILE_HEIGHT + LABEL_HEIGHT + MARGIN) + MARGIN;
    int width = MARGIN + PAIRS_IN_ROW * (2 * TILE_WIDTH + 2 * MARGIN);
    this.sheet = FramePool.unpooled().take(DType.UINT8, height, width, 3);
  }

  /** Writes the sheet as a PNG file. */
  static void write(Path file, String title, List<String> figures, List<Pair> pairs) {
    ContactSheet contact = new ContactSheet(pairs.size(), figures.size());
    try (Frame sheet = contact.sheet;
        PointerScope scope = new PointerScope()) {
      Mat canvas = Mats.view(sheet);
      opencv_imgproc.rectangle(
          canvas, new Rect(0, 0, canvas.cols(), canvas.rows()), new Scalar(250, 248, 246, 0), -1, 8, 0);
      text(canvas, MARGIN, MARGIN + 14, title, 0.85, 2);
      for (int i = 0; i < figures.size(); i++) {
        text(canvas, MARGIN, MARGIN + 14 + LINE_HEIGHT * (i + 1), figures.get(i), 0.6, 1);
      }
      for (int i = 0; i < pairs.size(); i++) {
        contact.draw(canvas, pairs.get(i), i);
      }
      PngFolder.write(sheet, file);
    }
  }

  private void draw(Mat canvas, Pair pair, int place) {
    int x = MARGIN + place % PAIRS_IN_ROW * (2 * TILE_WIDTH + 2 * MARGIN);
    int y = headHeight + place / PAIRS_IN_ROW * (TILE_HEIGHT + LABEL_HEIGHT + MARGIN);
    tile(canvas, pair.sent(), x, y, "sent " + pair.index());
    String verdict = pair.identical() ? "bit for bit the same" : "DIFFERENT";
    tile(canvas, pair.received(), x + TILE_WIDTH + 8, y, "received " + pair.index() + ", " + verdict);
  }

  private static void tile(Mat canvas, Frame picture, int x, int y, String label) {
    Mat place = canvas.apply(new Rect(x, y, TILE_WIDTH, TILE_HEIGHT));
    opencv_imgproc.resize(
        Mats.view(picture), place, new Size(TILE_WIDTH, TILE_HEIGHT), 0, 0, opencv_imgproc.INTER_AREA);
    text(canvas, x, y + TILE_HEIGHT + 22, label, 0.5, 1);
  }

  private static void text(Mat canvas, int x, int y, String words, double scale, int thickness) {
    opencv_imgproc.putText(
        canvas, words, new Point(x, y), opencv_imgproc.FONT_HERSHEY_SIMPLEX, scale,
        new Scalar(60, 45, 30, 0), thickness, opencv_imgproc.LINE_AA, false);
  }

  /** A frame as it was sent and as it came. */
  record Pair(long index, Frame sent, Frame received) {
    boolean identical() {
      return sent.dtype().equals(received.dtype()) && sent.data().equals(received.data());
    }
  }
}
