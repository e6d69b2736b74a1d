package io.framewire.spi;

import io.framewire.frame.Frame;
import java.util.Objects;
import java.util.Optional;

/**
 * A frame and what goes with it in bidirectional mode.
 *
 * @param frame the frame; whoever is handed this owns and closes it
 * @param data a plain value, as {@link io.framewire.wire.Message} lists them; empty for none
 */
public record FrameAndData(Frame frame, Optional<Object> data) {
  /**
   * Refuses nulls.
   *
   * @param frame the frame; whoever is handed this owns and closes it
   * @param data a plain value, as {@link io.framewire.wire.Message} lists them; empty for none
   */
  public FrameAndData {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(data, "data");
  }

  /**
   * A frame with data.
   *
   * @param frame the frame; whoever is handed this owns and closes it
   * @param data a plain value, as {@link io.framewire.wire.Message} lists them
   */
  public FrameAndData(Frame frame, Object data) {
    this(frame, Optional.of(data));
  }
}
