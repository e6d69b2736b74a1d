package io.framewire.stabilizer;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.createCLAHE;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_imgproc.CLAHE;

/**
 * Makes grey pictures with evened contrast, reduced by a whole factor, from pictures of one shape.
 */
final class GreyPicture implements AutoCloseable {
  private static final double CLIP_LIMIT = 2;
  private static final int TILES = 8;

  private final CLAHE contrast;
  private final Mat grey;
  private final Mat reduced;
  private final Size reducedSize;
  private final int scale;

  GreyPicture(int width, int height, int scale) {
    this.scale = scale;
    grey = new Mat(height, width, CV_8UC1);
    reducedSize = new Size(width / scale, height / scale);
    reduced = scale > 1 ? new Mat(reducedSize, CV_8UC1) : new Mat();
    try (Size tiles = new Size(TILES, TILES)) {
      contrast = createCLAHE(CLIP_LIMIT, tiles);
    }
  }

  /** A picture to be filled by {@link #draw}. */
  Mat blank() {
    return new Mat(reducedSize, CV_8UC1);
  }

  void draw(Mat picture, Mat target) {
    Mat plain = grey(picture);
    if (scale > 1) {
      reduce(plain);
      contrast.apply(reduced, target);
    } else {
      contrast.apply(plain, target);
    }
  }

  private Mat grey(Mat picture) {
    if (picture.channels() == 1) {
      return picture;
    }
    cvtColor(picture, grey, picture.channels() == 3 ? COLOR_BGR2GRAY : COLOR_BGRA2GRAY);
    return grey;
  }

  /** Leaves out what does not fill a pixel at the far edges, so that the factor is a whole one. */
  private void reduce(Mat plain) {
    try (Mat rows = plain.rowRange(0, reducedSize.height() * scale);
        Mat whole = rows.colRange(0, reducedSize.width() * scale)) {
      resize(whole, reduced, reducedSize, 0, 0, INTER_AREA);
    }
  }

  @Override
  public void close() {
    contrast.close();
    grey.close();
    reduced.close();
    reducedSize.close();
  }
}
