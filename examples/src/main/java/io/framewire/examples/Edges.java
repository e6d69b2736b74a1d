package io.framewire.examples;

import static org.bytedeco.opencv.global.opencv_imgproc.Canny;

import io.framewire.FrameReceiver;
import io.framewire.ReceivedFrame;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.opencv.Mats;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Python to Java with OpenCV: shows the edges in what a Python program sends with vidgear's {@code
 * NetGear_Async}. OpenCV works on the memory the frame arrived in; nothing is copied.
 *
 * <pre>
 * examples/run Edges
 * python3 examples/python/send.py       # in another terminal
 * </pre>
 *
 * A window shows white edges on black; without a display they are in {@code edges.png}.
 */
public final class Edges {
  private static final double WEAK = 100;
  private static final double STRONG = 200;

  private Edges() {}

  /**
   * Runs the receiver.
   *
   * @param args where to receive, {@code tcp://*:5555} by default
   */
  public static void main(String[] args) {
    String endpoint = args.length > 0 ? args[0] : "tcp://*:5555";

    try (FramePool pool = new FramePool();
        Screen screen = new Screen("edges");
        FrameReceiver receiver = FrameReceiver.builder().at(endpoint).build()) {
      Runtime.getRuntime().addShutdownHook(new Thread(receiver::close));
      System.out.println("receiving at " + receiver.endpoint());
      for (ReceivedFrame received : receiver) {
        Frame frame = received.frame();
        try (Frame edges = pool.take(DType.UINT8, frame.dimension(0), frame.dimension(1));
            Mat picture = Mats.view(frame);
            Mat result = Mats.view(edges)) {
          Canny(picture, result, WEAK, STRONG);
          screen.show(edges);
        }
      }
    }
  }
}
