package io.framewire.web;

import io.framewire.FrameHandler;
import io.framewire.FrameStream;
import io.framewire.ReceivedFrame;
import io.framewire.frame.Frame;
import io.framewire.spi.FrameSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One stream on the page of a {@link FrameServer}: whatever frames it is shown, the newest of them.
 *
 * <p><b>Ownership.</b> A frame that is shown stays the caller's, but is retained rather than
 * copied: the newest one until the next is shown or the view is closed, and the one that is being
 * made a picture. So its elements must not be changed after it was shown; show a {@linkplain
 * Frame#copy copy} where they will be. All methods may be called by any thread, and none but {@link
 * #close} waits.
 */
public final class StreamView implements FrameHandler, AutoCloseable {
  private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final String name;
  private final PictureFeed feed;
  private final Consumer<StreamView> onClose;
  private final FrameRate rate = new FrameRate(System::nanoTime);
  private volatile Watched watched = Watched.NOTHING;

  StreamView(String name, PictureOptions options, Consumer<StreamView> onClose) {
    this.name = name;
    this.feed = new PictureFeed(name, options);
    this.onClose = onClose;
  }

  /**
   * What people read above the pictures.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Shows a frame: {@code uint8} of shape {@code [height, width]}, grey, or {@code [height, width,
   * 3]}, blue first. Of any other the page says that it cannot be shown, and what it is. After the
   * view was closed this does nothing.
   *
   * @param frame the frame; stays the caller's, who does not change it any more
   * @throws IllegalStateException if the frame was closed
   */
  public void show(Frame frame) {
    rate.frame();
    feed.offer(frame);
  }

  /**
   * Shows a received frame, so that a view can be a receiver's handler.
   *
   * @param received the frame
   */
  @Override
  public void handle(ReceivedFrame received) {
    show(received.frame());
  }

  /**
   * Puts the state and the figures of a stream beside the pictures.
   *
   * @param stream the receiver or sender the frames belong to; stays the caller's, and is held
   *     until the view is closed or watches another one
   * @return this
   */
  public StreamView watch(FrameStream stream) {
    watched = new Watched(Optional.of(stream), Optional.empty());
    return this;
  }

  /**
   * Puts the figures of a source beside the pictures, where its frames are shown without a stream.
   *
   * @param source the source the frames come from; stays the caller's, and is held until the view
   *     is closed or watches another one
   * @return this
   */
  public StreamView watch(FrameSource source) {
    watched = new Watched(Optional.empty(), Optional.of(source));
    return this;
  }

  /**
   * Takes the view off the page and gives back the frames it holds. Waits for the picture that is
   * being made, a second at most.
   */
  @Override
  public void close() {
    stop();
    feed.awaitEnd(System.nanoTime() + CLOSE_NANOS);
  }

  /** Off the page first: whoever asks for that name from now on gets a view that shows. */
  void stop() {
    onClose.accept(this);
    watched = Watched.NOTHING;
    feed.stop();
  }

  PictureFeed feed() {
    return feed;
  }

  Watched watched() {
    return watched;
  }

  double framesPerSecond() {
    return rate.now();
  }
}
