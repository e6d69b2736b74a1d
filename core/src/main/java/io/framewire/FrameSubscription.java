package io.framewire;

import io.framewire.internal.Daemon;
import java.util.Optional;
import java.util.concurrent.Flow;

/**
 * Receives as many frames as were asked for, on a thread of its own, which ends with the stream or
 * its cancelling.
 */
final class FrameSubscription implements Flow.Subscription {
  private static final long LOOK_MILLIS = 100;

  private final FrameReceiver receiver;
  private final Flow.Subscriber<? super ReceivedFrame> subscriber;
  private long demand;
  private boolean cancelled;
  private Optional<IllegalArgumentException> badRequest = Optional.empty();

  FrameSubscription(FrameReceiver receiver, Flow.Subscriber<? super ReceivedFrame> subscriber) {
    this.receiver = receiver;
    this.subscriber = subscriber;
  }

  void start() {
    Daemon.run("framewire-publisher", this::publish);
  }

  /** Tells a second subscriber, which the protocol obliges to be given a subscription first. */
  void refuse(IllegalStateException why) {
    synchronized (this) {
      cancelled = true;
    }
    subscriber.onSubscribe(this);
    subscriber.onError(why);
  }

  @Override
  public synchronized void request(long frames) {
    if (frames < 1) {
      badRequest =
          Optional.of(
              new IllegalArgumentException("request(" + frames + "): ask for 1 frame or more"));
    } else {
      demand = demand + frames < 0 ? Long.MAX_VALUE : demand + frames;
    }
    notifyAll();
  }

  @Override
  public void cancel() {
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      notifyAll();
    }
    receiver.close();
  }

  private void publish() {
    try {
      while (awaitDemand()) {
        Optional<ReceivedFrame> next = receiver.next();
        if (next.isEmpty()) {
          complete();
          return;
        }
        deliver(next.get());
      }
    } catch (Throwable failure) {
      if (!isCancelled()) {
        subscriber.onError(failure);
      }
    } finally {
      receiver.close();
    }
  }

  /** Waits until a frame is wanted; false if none ever will be. */
  private synchronized boolean awaitDemand() throws InterruptedException {
    while (demand == 0 && !cancelled && badRequest.isEmpty()) {
      if (receiver.isOver()) {
        return true;
      }
      wait(LOOK_MILLIS);
    }
    if (badRequest.isPresent() && !cancelled) {
      throw badRequest.get();
    }
    if (demand != Long.MAX_VALUE) {
      demand--;
    }
    return !cancelled;
  }

  private void deliver(ReceivedFrame frame) {
    if (isCancelled()) {
      frame.close();
    } else {
      subscriber.onNext(frame);
    }
  }

  private void complete() {
    if (!isCancelled()) {
      subscriber.onComplete();
    }
  }

  private synchronized boolean isCancelled() {
    return cancelled;
  }
}
