package io.framewire.examples;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.Reply;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameAndData;
import io.framewire.spi.FrameSource;

/**
 * Real-time video chat: two people see each other over one connection. Who calls sends frames; who
 * waits answers each with one of its own, in bidirectional mode. Both give the newest picture their
 * camera has.
 *
 * <pre>
 * examples/run VideoChat wait
 * examples/run VideoChat call 0 tcp://192.168.0.7:5555     # on the other machine
 * </pre>
 *
 * Each side shows the other in a window; without a display, in {@code caller.png} or {@code
 * called.png}. Ctrl-C of who calls ends the chat.
 */
public final class VideoChat {
  private VideoChat() {}

  /**
   * Runs one side.
   *
   * @param args {@code wait}, the default, or {@code call}; the camera, 0 by default; and the
   *     endpoint, port 5555 on this machine by default
   */
  public static void main(String[] args) {
    boolean calls = args.length > 0 && args[0].equals("call");
    String camera = args.length > 1 ? args[1] : "0";
    String endpoint = args.length > 2 ? args[2] : calls ? "tcp://localhost:5555" : "tcp://*:5555";

    try (FrameSource source = FrameSources.builder(camera).newest().open();
        Screen screen = new Screen(calls ? "called" : "caller")) {
      if (calls) {
        call(source, endpoint, screen);
      } else {
        await(source, endpoint, screen);
      }
    }
  }

  private static void call(FrameSource camera, String endpoint, Screen screen) {
    String name = System.getProperty("user.name"); // in this mode data goes with each frame
    try (FrameSender sender =
        FrameSender.builder()
            .to(endpoint)
            .bidirectional(true)
            .source(
                FrameSource.withData(
                    pool -> camera.read(pool).map(frame -> new FrameAndData(frame, name))))
            .onReply(reply -> reply.array().ifPresent(screen::show))
            .build()) {
      Runtime.getRuntime().addShutdownHook(new Thread(sender::close));
      sender.run();
    }
  }

  private static void await(FrameSource camera, String endpoint, Screen screen) {
    try (FramePool pool = new FramePool();
        FrameReceiver receiver =
            FrameReceiver.builder()
                .at(endpoint)
                .bidirectional(true)
                .replyWith(received -> camera.read(pool).map(Reply::of).orElse(Reply.none()))
                .build()) {
      Runtime.getRuntime().addShutdownHook(new Thread(receiver::close));
      System.out.println("waiting for a call at " + receiver.endpoint());
      receiver.run(received -> screen.show(received.frame()));
    }
  }
}
