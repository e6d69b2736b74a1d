package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.ReceivedFrame;
import io.framewire.cli.Main;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.spi.FrameSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window in which several examples show what they receive, on a real X server. */
@NeedsProgram(value = "Xvfb", debianPackage = "xvfb")
class ExampleWindowTest {
  private static final byte GREY = 77;
  private static final int WIDTH = 160;
  private static final int HEIGHT = 100;

  @TempDir private Path folder;

  @Test
  void frameIsSeenOnTheScreen() throws IOException, InterruptedException {
    String endpoint = FreePort.endpoint();
    try (VirtualScreen screen = VirtualScreen.start(folder);
        ExampleProgram cameras =
            ExampleProgram.javaWith(
                folder,
                List.of(screen.setting()),
                "ManyCameras",
                endpoint.substring(endpoint.lastIndexOf(':') + 1));
        FrameSender camera =
            FrameSender.builder()
                .to(endpoint)
                .source(
                    FrameSource.of(
                        pool -> Optional.of(grey(pool.take(DType.UINT8, HEIGHT, WIDTH)))))
                .rate(10)
                .build()) {
      camera.start();
      awaitSeen(screen);
      assertThat(cameras.tail()).isEmpty();
    }
  }

  private static Frame grey(Frame frame) {
    byte[] pixels = new byte[frame.byteSize()];
    Arrays.fill(pixels, GREY);
    frame.data().put(pixels);
    return frame;
  }

  /** Looks at the screen until the picture is there, which it has thirty seconds for. */
  private void awaitSeen(VirtualScreen screen) throws IOException {
    String endpoint = FreePort.endpoint();
    List<String> command = new ArrayList<>(List.of("env", screen.setting()));
    command.addAll(
        JavaProgram.command(
            Main.class, List.of("send", "screen:?fps=10", "--frames", "300", "--to", endpoint)));
    try (FrameReceiver receiver = FrameReceiver.builder().at(endpoint).build();
        Child watcher = Child.start(command, folder, line -> {})) {
      for (ReceivedFrame received : receiver) {
        if (greyPixels(received.frame()) >= WIDTH * HEIGHT) {
          return;
        }
      }
      throw new AssertionError("no such picture on the screen: " + watcher.tail());
    }
  }

  private static long greyPixels(Frame frame) {
    ByteBuffer data = frame.data();
    return IntStream.range(0, data.capacity() / 3)
        .filter(pixel -> IntStream.range(0, 3).allMatch(i -> data.get(3 * pixel + i) == GREY))
        .count();
  }
}
