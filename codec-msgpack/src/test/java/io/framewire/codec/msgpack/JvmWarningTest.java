package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.FramePool;
import io.framewire.wire.Message.EndConfirmation;
import io.framewire.wire.Multipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmWarningTest {
  private static final String NOTICE = "start with -Dmsgpack.universal-buffer=true to avoid it";

  /** A program of its own, since the JVM warns only once. */
  static final class Program {
    private Program() {}

    /** Writes and reads one message. */
    public static void main(String[] arguments) {
      var codec = new MsgpackCodecProvider().create();
      Multipart parts = codec.encode(new EndConfirmation("done"), FramePool.unpooled());
      System.out.println(codec.decodeFromReceiver(parts));
    }
  }

  @Test
  void theNoticeIsNeededOnlyWhereTheJvmWarns() {
    assertThat(UnsafeNotice.needed(17, false)).isFalse();
    assertThat(UnsafeNotice.needed(23, false)).isFalse();
    assertThat(UnsafeNotice.needed(24, false)).isTrue();
    assertThat(UnsafeNotice.needed(25, true)).isFalse();
  }

  @Test
  void nothingIsPrintedWithThePropertySet() throws IOException, InterruptedException {
    assertThat(run("-Dmsgpack.universal-buffer=true")).isEqualTo("EndConfirmation[text=done]\n");
  }

  @Test
  void theReasonIsGivenBeforeTheJvmWarnsAndNothingWhereItDoesNot()
      throws IOException, InterruptedException {
    String printed = run();
    if (UnsafeNotice.needed(Runtime.version().feature(), false)) {
      assertThat(printed).containsSubsequence(NOTICE, "sun.misc.Unsafe::", "EndConfirmation");
    } else {
      assertThat(printed).isEqualTo("EndConfirmation[text=done]\n");
    }
  }

  private static String run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed.replace("\r\n", "\n");
  }
}
