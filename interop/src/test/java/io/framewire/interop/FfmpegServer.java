package io.framewire.interop;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian's ffmpeg sending a moving picture somewhere for ever, until it is killed. */
final class FfmpegServer implements AutoCloseable {
  private final Child child;

  private FfmpegServer(Child child) {
    this.child = child;
  }

  /** Starts it; the words are those of the ffmpeg command that describe the output. */
  static FfmpegServer start(Path folder, String... output) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "ffmpeg", "-v", "error", "-re", "-f", "lavfi", "-i", "testsrc2=s=160x120:r=50"));
    command.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency"));
    command.addAll(List.of("-pix_fmt", "yuv420p", "-g", "5"));
    command.addAll(List.of(output));
    return new FfmpegServer(Child.start(command, folder, line -> {}));
  }

  /** A port of the loopback that nobody has. */
  static int freePort() throws IOException {
    return URI.create(FreePort.endpoint()).getPort();
  }

  boolean running() {
    return child.running();
  }

  /** Ends it as a crash would. */
  void kill() {
    child.close();
  }

  @Override
  public void close() {
    kill();
  }

  @Override
  public String toString() {
    return child + "\n" + child.tail();
  }
}
