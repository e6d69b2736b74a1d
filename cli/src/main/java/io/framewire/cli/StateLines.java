package io.framewire.cli;

import io.framewire.StateListener;
import io.framewire.StreamState;
import java.io.PrintWriter;

/** Tells a person when the other side goes and when it is back: a line each, no more. */
final class StateLines implements StateListener {
  private final PrintWriter err;
  private boolean gone;

  StateLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void changed(StreamState state, String words) {
    if (state == StreamState.DISCONNECTED) {
      gone = true;
      err.println("framewire: " + words + "; waiting for it to come back");
    } else if (state == StreamState.CONNECTED && gone) {
      gone = false;
      err.println("framewire: " + words + " again");
    }
  }
}
