package io.framewire.web;

import io.framewire.FrameStream;
import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Shows live frames in the browser: a page with all its {@linkplain StreamView views} side by side,
 * pictures as MJPEG or one by one, and the figures of the streams behind them as JSON.
 *
 * <pre>{@code
 * try (FrameServer server = FrameServer.builder().port(8080).build();
 *     FrameReceiver receiver = FrameReceiver.builder().build()) {
 *   receiver.run(server.view("camera", receiver));
 * }
 * }</pre>
 *
 * <p>It serves this machine only unless told otherwise. Who shows frames is never kept waiting: a
 * frame is made a picture on a thread of the view's own, once however many browsers look, and only
 * while one does. A browser that is slow gets the newest picture when it has taken the last one;
 * one that takes nothing is sent away. All methods may be called by any thread.
 */
public final class FrameServer implements AutoCloseable {
  private static final long CLOSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final ServerOptions options;
  private final Views views;
  private final HttpListener listener;

  FrameServer(ServerOptions options) {
    this.options = options;
    this.views = new Views(options.pictures());
    this.listener =
        HttpListener.open(options, new Pages(options, views, new Gate(options))::answer);
  }

  /**
   * The options.
   *
   * @return a builder with the defaults: any free port of this machine, for this machine only
   */
  public static FrameServerBuilder builder() {
    return new FrameServerBuilder();
  }

  /**
   * The view of that name, a new one where there is none yet. Views stand on the page in the order
   * they were made.
   *
   * @param name what people read above the pictures, 1 to 64 characters
   * @return the view; closing it takes it off the page
   * @throws ConfigurationException if the name is empty, too long, "." or "..", or has signs that
   *     cannot be read
   * @throws FramewireException if this server was closed
   */
  public StreamView view(String name) {
    return views.of(name);
  }

  /**
   * The view of that name, with the figures and the state of a stream beside its pictures. The view
   * is a handler of received frames, so it can be given to {@link io.framewire.FrameReceiver#run}.
   *
   * @param name what people read above the pictures, 1 to 64 characters
   * @param stream the receiver or sender the frames belong to; stays the caller's
   * @return the view; closing it takes it off the page
   * @throws ConfigurationException if the name is empty, too long, "." or "..", or has signs that
   *     cannot be read
   * @throws FramewireException if this server was closed
   */
  public StreamView view(String name, FrameStream stream) {
    return view(name).watch(stream);
  }

  /**
   * The port it serves at.
   *
   * @return the port, the one that was found where 0 was asked for
   */
  public int port() {
    return listener.port();
  }

  /**
   * What to open in a browser of this machine.
   *
   * @return the address of the page, with the token if there is one: treat it as a secret then
   */
  public URI uri() {
    String query =
        options
            .token()
            .map(token -> "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
            .orElse("");
    return URI.create("http://" + options.hostInUri() + ":" + port() + "/" + query);
  }

  /**
   * Stops serving, sends the browsers away, closes all views and gives back the frames they hold.
   * May be called more than once; takes two seconds at most.
   */
  @Override
  public void close() {
    listener.close();
    views.close(System.nanoTime() + CLOSE_NANOS);
  }
}
