package io.framewire.examples;

import io.framewire.FrameReceiver;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Many cameras into one program: a receiver for each, on a thread and a port of its own, so that it
 * is certain which camera a frame is from. One that ends or fails leaves the others as they are.
 *
 * <pre>
 * examples/run ManyCameras 5555 5556
 * ./framewire send 0 --to tcp://localhost:5555           # one camera
 * ./framewire send 1 --to tcp://localhost:5556           # the other
 * </pre>
 *
 * Each camera has a window, {@code camera-5555} and {@code camera-5556}; without a display, a file
 * of that name. The program ends when the last camera has.
 */
public final class ManyCameras {
  private ManyCameras() {}

  /**
   * Receives until all cameras have ended.
   *
   * @param args the port that each camera sends to, 5555 and 5556 by default
   */
  public static void main(String[] args) {
    List<String> ports = args.length > 0 ? List.of(args) : List.of("5555", "5556");

    List<FrameReceiver> receivers =
        ports.stream().map(port -> FrameReceiver.builder().at("tcp://*:" + port).build()).toList();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> receivers.forEach(FrameReceiver::close)));
    List<CompletableFuture<Void>> streams =
        receivers.stream().map(receiver -> show(receiver)).toList();
    streams.forEach(CompletableFuture::join);
  }

  private static CompletableFuture<Void> show(FrameReceiver receiver) {
    String camera = "camera-" + receiver.endpoint().port();
    Screen screen = new Screen(camera);
    return receiver
        .start(received -> screen.show(received.frame()))
        .<Void>handle(
            (summary, failure) -> {
              screen.close();
              System.out.println(
                  camera
                      + (failure == null
                          ? " has ended after " + summary.statistics().frames() + " frames"
                          : ": " + failure.getMessage()));
              return null;
            })
        .toCompletableFuture();
  }
}
