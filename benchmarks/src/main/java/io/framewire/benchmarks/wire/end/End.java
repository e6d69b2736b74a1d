package io.framewire.benchmarks.wire.end;

import java.io.IOException;

/** One way to move frames; each call goes on until the process is ended. */
interface End {
  void send(Pictures pictures) throws IOException;

  void receive(Watch watch) throws IOException;
}
