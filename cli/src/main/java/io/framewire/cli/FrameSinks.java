package io.framewire.cli;

import io.framewire.ReceivedFrame;
import io.framewire.cli.sink.FrameSink;
import io.framewire.cli.sink.VideoRecording;
import io.framewire.cli.sink.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All that was asked for, as one. */
final class FrameSinks implements FrameSink {
  private final List<FrameSink> sinks = new ArrayList<>();

  void add(FrameSink sink) {
    sinks.add(sink);
  }

  /** Only here is anything of AWT's windows loaded. */
  void addWindow() {
    add(Window.open());
  }

  void addVideo(Path file, Consumer<String> told) {
    add(new VideoRecording(file, told));
  }

  @Override
  public void take(ReceivedFrame received) {
    for (FrameSink sink : sinks) {
      sink.take(received);
    }
  }

  @Override
  public void onEnough(Runnable end) {
    sinks.forEach(sink -> sink.onEnough(end));
  }

  /** Each, also where another fails to; what failed first is thrown, with the others in it. */
  @Override
  public void close() {
    closeFrom(0);
  }

  private void closeFrom(int index) {
    if (index == sinks.size()) {
      return;
    }
    try {
      sinks.get(index).close();
    } catch (RuntimeException | Error failure) {
      closeFrom(index + 1, failure);
      throw failure;
    }
    closeFrom(index + 1);
  }

  private void closeFrom(int index, Throwable first) {
    try {
      closeFrom(index);
    } catch (RuntimeException | Error another) {
      first.addSuppressed(another);
    }
  }
}
