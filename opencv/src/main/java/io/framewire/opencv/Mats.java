package io.framewire.opencv;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * OpenCV matrices over frames, and frames from matrices. The dtypes are those that OpenCV has
 * ({@code |u1 |i1 u2 i2 i4 f4 f8 f2}, in this machine's byte order), the shapes {@code [height,
 * width]} and {@code [height, width, channels]} with up to 512 channels. Safe for use by several
 * threads, as far as the frames and matrices are.
 */
public final class Mats {
  private Mats() {}

  /**
   * A matrix over a frame's own elements, without a copy: what either writes, both have. It is
   * valid until the frame is closed for the last time; after that its memory carries another frame,
   * so close the matrix first, and do not let a {@code clone}-less copy of its header escape.
   * Closing the matrix leaves the frame as it is.
   *
   * <p>OpenCV writes a result into such a matrix in place only if the result has exactly its size
   * and type; otherwise it silently allocates other memory and the frame stays unchanged. Check
   * with {@link #requireInPlace}.
   *
   * @param frame the frame, which the caller keeps open
   * @return a matrix of the frame's size, one channel for a frame without a third dimension
   * @throws ConfigurationException if OpenCV has no such dtype or shape, or its native code is
   *     missing
   * @throws IllegalStateException if the frame was closed
   */
  public static Mat view(Frame frame) {
    int type = MatType.of(frame);
    OpenCv.load();
    return new Mat(
        frame.dimension(0), frame.dimension(1), type, new BytePointer(frame.data()), Mat.AUTO_STEP);
  }

  /**
   * A frame with a copy of a matrix's elements: a matrix's memory is not a pool's. Rows that do not
   * lie next to each other are joined. Matrix and frame have nothing in common afterwards.
   *
   * @param mat a matrix of two dimensions
   * @param pool where the frame's memory comes from
   * @return a frame the caller owns and closes, its shape {@code [height, width]} for one channel
   * @throws ConfigurationException if the matrix is empty or has more than two dimensions
   */
  public static Frame copy(Mat mat, FramePool pool) {
    OpenCv.load();
    if (mat.dims() > 2 || mat.empty()) {
      throw new ConfigurationException(
          "a matrix of "
              + mat.dims()
              + " dimensions and "
              + mat.total()
              + " elements is no picture: use a filled one of two dimensions");
    }
    int type = mat.type();
    Frame frame = pool.take(MatType.dtype(type), MatType.shape(mat.rows(), mat.cols(), type));
    try (Mat view = view(frame)) {
      mat.copyTo(view);
      requireInPlace(view, frame);
      return frame;
    } catch (RuntimeException failure) {
      frame.close();
      throw failure;
    }
  }

  /**
   * Whether a matrix still lies over a frame's elements.
   *
   * @param mat a matrix that {@link #view} gave
   * @param frame the frame it was made from
   * @return false if OpenCV moved it to other memory, because a result had another size or type
   */
  public static boolean isInPlace(Mat mat, Frame frame) {
    try (BytePointer elements = new BytePointer(frame.data());
        BytePointer data = mat.data()) {
      return data != null && data.address() == elements.address();
    }
  }

  /**
   * Checks that OpenCV wrote into a frame's own memory.
   *
   * @param mat a matrix that {@link #view} gave
   * @param frame the frame it was made from
   * @throws IllegalStateException if OpenCV moved the matrix to other memory; it says the size that
   *     the frame would need
   */
  public static void requireInPlace(Mat mat, Frame frame) {
    if (!isInPlace(mat, frame)) {
      throw new IllegalStateException(
          "OpenCV put a result of "
              + mat.rows()
              + "x"
              + mat.cols()
              + "x"
              + mat.channels()
              + " of "
              + MatType.dtype(mat.type())
              + " beside "
              + frame
              + ": take a frame of exactly that shape and dtype");
    }
  }
}
