package io.framewire.interop;

import io.framewire.StateListener;
import io.framewire.StreamState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** The states a stream was in, one after another. */
final class StateLog implements StateListener {
  private final List<StreamState> states = new CopyOnWriteArrayList<>();
  private final List<String> words = new CopyOnWriteArrayList<>();

  @Override
  public void changed(StreamState state, String why) {
    words.add(state + ": " + why);
    states.add(state);
  }

  /** How often it was in a state. */
  long count(StreamState state) {
    return states.stream().filter(state::equals).count();
  }

  /** Waits until it has been in a state so often. */
  void await(StreamState state, long times, Duration limit) {
    Awaitility.await(state + " number " + times).atMost(limit).until(() -> count(state) >= times);
  }

  @Override
  public String toString() {
    return String.join("\n", words);
  }
}
