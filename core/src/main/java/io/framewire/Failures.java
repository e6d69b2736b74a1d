package io.framewire;

import io.framewire.error.ProtocolException;
import io.framewire.error.SourceException;
import io.framewire.error.StreamTimeoutException;

/** From what was thrown to why the stream ended. */
final class Failures {
  private Failures() {}

  static Ended reason(Throwable failure) {
    if (failure instanceof StreamTimeoutException) {
      return Ended.TIMEOUT;
    }
    if (failure instanceof ProtocolException) {
      return Ended.PROTOCOL;
    }
    return failure instanceof SourceException ? Ended.SOURCE : Ended.ERROR;
  }
}
