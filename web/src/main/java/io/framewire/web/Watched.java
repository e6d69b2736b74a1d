package io.framewire.web;

import io.framewire.FrameStream;
import io.framewire.spi.FrameSource;
import java.util.Optional;

/** Where a view's figures come from: a stream, a source without one, or nowhere. */
record Watched(Optional<FrameStream> stream, Optional<FrameSource> source) {
  static final Watched NOTHING = new Watched(Optional.empty(), Optional.empty());
}
