package io.framewire;

import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** A receiver as a publisher for one subscriber. */
final class FramePublisher implements Flow.Publisher<ReceivedFrame> {
  private final FrameReceiver receiver;
  private final AtomicBoolean taken = new AtomicBoolean();

  FramePublisher(FrameReceiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ReceivedFrame> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    FrameSubscription subscription = new FrameSubscription(receiver, subscriber);
    if (taken.compareAndSet(false, true)) {
      subscriber.onSubscribe(subscription);
      subscription.start();
    } else {
      subscription.refuse(
          new IllegalStateException("a stream of frames has one subscriber, and there is one"));
    }
  }
}
