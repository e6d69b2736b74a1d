package io.framewire;

import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;

/** Keeps what it is given, and does as it is told. */
final class NotingSubscriber implements Flow.Subscriber<ReceivedFrame> {
  private final List<ReceivedFrame> frames = new ArrayList<>();
  private Flow.Subscription subscription;
  private Throwable failure;
  private RuntimeException toThrow;
  private int completions;
  private int cancelAfter = Integer.MAX_VALUE;

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
  }

  @Override
  public synchronized void onNext(ReceivedFrame frame) {
    frames.add(frame);
    if (toThrow != null) {
      throw toThrow;
    }
    if (frames.size() == cancelAfter) {
      subscription.cancel();
    }
  }

  @Override
  public synchronized void onError(Throwable thrown) {
    failure = thrown;
  }

  @Override
  public synchronized void onComplete() {
    completions++;
  }

  void request(long count) {
    subscription().request(count);
  }

  void cancel() {
    subscription().cancel();
  }

  synchronized void cancelAfter(int count) {
    cancelAfter = count;
  }

  synchronized void throwOnNext(RuntimeException thrown) {
    toThrow = thrown;
  }

  void awaitFrames(int count) {
    await().until(() -> values().size() >= count);
  }

  void awaitEnd() {
    await().until(() -> completions() > 0 || failure().isPresent());
  }

  synchronized List<Integer> values() {
    return frames.stream().map(frame -> MemStream.valueOf(frame.frame())).toList();
  }

  synchronized Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  synchronized int completions() {
    return completions;
  }

  synchronized void closeFrames() {
    frames.forEach(ReceivedFrame::close);
    frames.clear();
  }

  private synchronized Flow.Subscription subscription() {
    return subscription;
  }
}
