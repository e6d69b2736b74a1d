package io.framewire.examples;

import io.framewire.FrameSender;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A source plugin of one's own: {@code FrameSources.open("clock:")} yields the time of day, once
 * this class is named in {@code META-INF/services/io.framewire.spi.FrameSourceProvider}.
 *
 * <pre>
 * ./framewire receive --show
 * examples/run ClockSource      # in another terminal
 * </pre>
 *
 * The receiver shows a clock.
 */
public final class ClockSource implements FrameSourceProvider {
  /** For {@code java.util.ServiceLoader}. */
  public ClockSource() {}

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public Support supports(SourceRequest request) {
    return Support.when(request.hasScheme("clock"), "it serves clock:");
  }

  @Override
  public FrameSource create(SourceRequest request) {
    return FrameSource.of(pool -> Optional.of(draw(LocalTime.now(), pool)));
  }

  private static Frame draw(LocalTime time, FramePool pool) {
    BufferedImage image = new BufferedImage(240, 240, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = image.createGraphics();
    canvas.translate(120, 120);
    hand(canvas, time.getSecond() / 60.0, 100);
    hand(canvas, time.getMinute() / 60.0, 90);
    hand(canvas, time.toSecondOfDay() / 43_200.0, 60);
    canvas.dispose();
    Frame frame = pool.take(DType.UINT8, image.getHeight(), image.getWidth(), 3);
    frame.data().put(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    return frame;
  }

  private static void hand(Graphics2D canvas, double turn, int length) {
    double angle = 2 * Math.PI * turn;
    canvas.drawLine(0, 0, (int) (length * Math.sin(angle)), (int) (-length * Math.cos(angle)));
  }

  /**
   * Sends what the plugin yields, ten frames a second.
   *
   * @param args where to, {@code tcp://localhost:5555} by default
   */
  public static void main(String[] args) {
    String endpoint = args.length > 0 ? args[0] : "tcp://localhost:5555";

    try (FrameSource clock = FrameSources.open("clock:");
        FrameSender sender = FrameSender.builder().to(endpoint).source(clock).rate(10).build()) {
      Runtime.getRuntime().addShutdownHook(new Thread(sender::close));
      sender.run();
    }
  }
}
