package io.framewire;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Hands frames out one at a time and closes each when the next is asked for, or when the receiver
 * is closed. One thread iterates; any may close.
 */
final class FrameIterator implements Iterator<ReceivedFrame> {
  private final FrameReceiver receiver;
  private Optional<ReceivedFrame> handedOut = Optional.empty();
  private Optional<ReceivedFrame> ahead = Optional.empty();
  private Thread reader;
  private boolean closed;

  FrameIterator(FrameReceiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public boolean hasNext() {
    if (!hasAhead()) {
      takeBack();
      look(receiver.next());
    }
    return hasAhead();
  }

  @Override
  public ReceivedFrame next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the stream is over");
    }
    return handOut();
  }

  /**
   * Closes the frames that a loop was left with. Another thread's loop may be looking at one right
   * now: its memory stays until the garbage collector finds it.
   */
  synchronized void close() {
    closed = true;
    if (Thread.currentThread() == reader) {
      takeBack();
      ahead.ifPresent(ReceivedFrame::close);
      ahead = Optional.empty();
    } else {
      handedOut.ifPresent(FrameIterator::leave);
      ahead.ifPresent(FrameIterator::leave);
    }
  }

  private synchronized boolean hasAhead() {
    return ahead.isPresent();
  }

  private synchronized void takeBack() {
    handedOut.ifPresent(ReceivedFrame::close);
    handedOut = Optional.empty();
  }

  private synchronized void look(Optional<ReceivedFrame> next) {
    reader = Thread.currentThread();
    ahead = next;
    if (closed) {
      next.ifPresent(FrameIterator::leave);
    }
  }

  private synchronized ReceivedFrame handOut() {
    ReceivedFrame frame = ahead.orElseThrow();
    handedOut = ahead;
    ahead = Optional.empty();
    return frame;
  }

  private static void leave(ReceivedFrame frame) {
    frame.frame().block().abandon();
  }
}
