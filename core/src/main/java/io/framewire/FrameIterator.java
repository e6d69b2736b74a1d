package io.framewire;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Hands frames out one at a time and closes each when the next is asked for. */
final class FrameIterator implements Iterator<ReceivedFrame> {
  private final FrameReceiver receiver;
  private Optional<ReceivedFrame> handedOut = Optional.empty();
  private Optional<ReceivedFrame> ahead = Optional.empty();

  FrameIterator(FrameReceiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public boolean hasNext() {
    if (ahead.isEmpty()) {
      handedOut.ifPresent(ReceivedFrame::close);
      handedOut = Optional.empty();
      ahead = receiver.next();
    }
    return ahead.isPresent();
  }

  @Override
  public ReceivedFrame next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the stream is over");
    }
    handedOut = ahead;
    ahead = Optional.empty();
    return handedOut.get();
  }
}
