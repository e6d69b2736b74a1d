package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.Ended;
import io.framewire.FrameReceiver;
import io.framewire.StreamSummary;
import io.framewire.wire.Pattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as people type it, with the programs that vidgear's documentation begins with. */
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "the launcher is a shell script")
class LauncherTest {
  private static final int FRAMES = 30;

  @TempDir private Path folder;

  @Test
  void startsFromAnyFolderWithoutBuildingWhatIsBuilt() {
    try (Launcher version = Launcher.start(folder, "--version")) {
      assertThat(version.exitCode()).isZero();
      assertThat(version.output()).singleElement().asString().startsWith("framewire ");
      assertThat(version.tail()).doesNotContain("building");
    }
  }

  @Test
  void relativePathsAreTheCallers() {
    try (Launcher send = Launcher.start(folder, "send", "missing.mp4")) {
      assertThat(send.exitCode()).isEqualTo(5);
      assertThat(send.tail()).contains("missing.mp4", "no such file");
    }
  }

  @Test
  void interruptedItTellsTheOtherSideAndStillReports() throws IOException {
    try (FrameReceiver receiver = JavaEnds.receiver(Pattern.PAIR);
        Launcher send =
            Launcher.start(
                folder, "send", "test:64x48", "--to", receiver.endpoint().toString(), "--json")) {
      StreamSummary received =
          receiver.run(
              frame -> {
                if (frame.index() == 3) {
                  send.terminate();
                }
              });
      send.exitCode();
      assertThat(received.ended()).isEqualTo(Ended.TERMINATED);
      assertThat(json(send)).containsEntry("ended", "closed");
    }
  }

  @Test
  @NeedsVidgear
  void sendsAFileToTheBareMinimumClient() throws IOException {
    List<PeerLine> made = makeClip();
    try (VidgearPeer client = VidgearPeer.script("documented_client.py", "0");
        Launcher send =
            Launcher.start(folder, "send", "clip.avi", "--to", client.endpoint(), "--json")) {
      assertThat(send.exitCode()).as(send.tail()).isZero();
      assertThat(json(send)).containsEntry("frames", FRAMES).containsEntry("ended", "terminated");
      assertThat(client.ended()).isEqualTo("terminated");
      assertThat(client.frames())
          .extracting(PeerLine::crc32)
          .containsExactlyElementsOf(made.stream().map(PeerLine::crc32).toList());
    }
  }

  @Test
  @NeedsVidgear
  void receivesFromTheBareMinimumServer() throws IOException {
    makeClip();
    String port = String.valueOf(freePort());
    try (Launcher receive =
            Launcher.start(folder, "receive", "--at", "tcp://*:" + port, "--json", "--digest");
        VidgearPeer server =
            VidgearPeer.script(
                "documented_server.py", folder.resolve("clip.avi").toString(), port)) {
      assertThat(receive.exitCode()).as(receive.tail()).isZero();
      assertThat(json(receive))
          .containsEntry("frames", FRAMES)
          .containsEntry("ended", "terminated")
          .containsKey("crc32");
      assertThat(server.exitCode()).as(server.tail()).isZero();
    }
  }

  private List<PeerLine> makeClip() {
    String clip = folder.resolve("clip.avi").toString();
    try (VidgearPeer maker = VidgearPeer.script("clip.py", clip, String.valueOf(FRAMES))) {
      assertThat(maker.ended()).isEqualTo("terminated");
      return maker.frames();
    }
  }

  private static int freePort() {
    try (FrameReceiver receiver = JavaEnds.receiver(Pattern.PAIR)) {
      return receiver.endpoint().port();
    }
  }

  private static Map<String, Object> json(Launcher launcher) throws IOException {
    List<String> output = launcher.output();
    return JSON.std.mapFrom(output.get(output.size() - 1));
  }
}
