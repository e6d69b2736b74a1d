package io.framewire.examples;

import io.framewire.FrameReceiver;
import io.framewire.web.FrameServer;
import io.framewire.web.StreamView;

/**
 * A dashboard in the browser, behind a consumer that is much slower than the camera. It always gets
 * the newest frame there is; those it had no time for are dropped and counted, and the camera never
 * waits for it.
 *
 * <pre>
 * examples/run Dashboard
 * ./framewire send 'test:640x480?fps=100'      # in another terminal
 * </pre>
 *
 * The page at http://127.0.0.1:8080 shows the newest frame five times a second and counts the
 * others.
 */
public final class Dashboard {
  private static final int MILLIS_FOR_A_FRAME = 200;

  private Dashboard() {}

  /**
   * Runs the receiver and its page.
   *
   * @param args where to receive, {@code tcp://*:5555} by default; and the page's port, 8080 by
   *     default
   */
  public static void main(String[] args) {
    String endpoint = args.length > 0 ? args[0] : "tcp://*:5555";
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 8080;

    try (FrameServer page = FrameServer.builder().port(port).build();
        FrameReceiver receiver = FrameReceiver.builder().at(endpoint).latest().build()) {
      Runtime.getRuntime().addShutdownHook(new Thread(receiver::close));
      System.out.println("look at " + page.uri());
      StreamView view = page.view("camera", receiver);
      receiver.run(
          received -> {
            view.handle(received);
            Thread.sleep(MILLIS_FOR_A_FRAME); // stands for work that takes its time
            System.out.printf(
                "frame %d, %d dropped so far%n", received.index(), receiver.statistics().dropped());
          });
    }
  }
}
