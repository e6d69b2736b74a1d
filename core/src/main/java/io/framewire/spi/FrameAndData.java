package io.framewire.spi;

import io.framewire.frame.Frame;
import java.util.Objects;

/**
 * A frame and what goes with it in bidirectional mode.
 *
 * @param frame the frame; whoever is handed this owns and closes it
 * @param data a plain value, as {@link io.framewire.wire.Message} lists them
 */
public record FrameAndData(Frame frame, Object data) {
  /**
   * Refuses nulls.
   *
   * @param frame the frame; whoever is handed this owns and closes it
   * @param data a plain value, as {@link io.framewire.wire.Message} lists them
   */
  public FrameAndData {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(data, "data");
  }
}
