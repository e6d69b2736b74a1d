package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.codec.msgpack.MsgpackCodecProvider;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.wire.Message;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  @TempDir private Path folder;

  @Test
  void tellsAFramesHeaderAndArray() throws IOException {
    List<String> parts = capture();
    CliRun run = CliRun.of("inspect", parts.get(0), parts.get(1));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("a frame", "lane", "<f4", "[2, 3]");
  }

  @Test
  void tellsWhatIsWrongWithABrokenMessage() throws IOException {
    Path broken = Path.of(capture().get(1));
    byte[] bytes = Files.readAllBytes(broken);
    Files.write(broken, java.util.Arrays.copyOf(bytes, bytes.length - 5));
    CliRun run = CliRun.of("inspect", broken.toString());

    assertThat(run.exitCode()).isEqualTo(Errors.PROTOCOL);
    assertThat(run.out()).contains("PROBLEM");
  }

  private List<String> capture() throws IOException {
    List<String> files = new ArrayList<>();
    try (Frame frame = FramePool.unpooled().take(DType.FLOAT32, 2, 3);
        Multipart message =
            new MsgpackCodecProvider()
                .create()
                .encode(
                    new Message.FrameMessage(frame, true, Optional.of(Map.of("lane", 4L))),
                    FramePool.unpooled())) {
      for (Part part : message.parts()) {
        byte[] bytes = new byte[part.size()];
        part.bytes().duplicate().get(bytes);
        files.add(Files.write(folder.resolve("part" + files.size() + ".bin"), bytes).toString());
      }
    }
    return files;
  }
}
