package io.framewire.examples;

import io.framewire.FrameReceiver;
import io.framewire.ReceivedFrame;
import io.framewire.Reply;
import io.framewire.opencv.Mats;
import io.framewire.opencv.OpenCv;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Python to Java and back: finds the faces in each frame that a Python program sends with vidgear's
 * {@code NetGear_Async}, and answers with where they are. The cascade is one that OpenCV ships.
 *
 * <pre>
 * examples/run Faces
 * python3 examples/python/send_for_faces.py       # in another terminal
 * </pre>
 *
 * The Python program draws a box around each face and keeps the newest picture in {@code
 * faces.png}.
 */
public final class Faces {
  private static final String CASCADE =
      "/org/bytedeco/opencv/%s/share/opencv4/haarcascades/haarcascade_frontalface_default.xml";

  private Faces() {}

  /**
   * Runs the receiver.
   *
   * @param args where to receive, {@code tcp://*:5555} by default
   * @throws IOException if the cascade cannot be unpacked
   */
  public static void main(String[] args) throws IOException {
    String endpoint = args.length > 0 ? args[0] : "tcp://*:5555";

    OpenCv.load();
    File cascade = Loader.cacheResource(CASCADE.formatted(Loader.getPlatform()));
    try (CascadeClassifier classifier = new CascadeClassifier(cascade.getPath());
        FrameReceiver receiver =
            FrameReceiver.builder()
                .at(endpoint)
                .bidirectional(true)
                .replyWith(received -> Reply.of(faces(received, classifier)))
                .build()) {
      Runtime.getRuntime().addShutdownHook(new Thread(receiver::close));
      System.out.println("receiving at " + receiver.endpoint());
      System.out.println(receiver.run(received -> {}).statistics().frames() + " frames answered");
    }
  }

  private static List<List<Integer>> faces(ReceivedFrame received, CascadeClassifier classifier) {
    List<List<Integer>> boxes = new ArrayList<>();
    try (Mat picture = Mats.view(received.frame());
        RectVector found = new RectVector()) {
      classifier.detectMultiScale(picture, found);
      for (Rect face : found.get()) {
        boxes.add(List.of(face.x(), face.y(), face.width(), face.height()));
      }
    }
    return boxes;
  }
}
