package io.framewire.source.site;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A stand-in for yt-dlp: a script that notes what it is called with and then does as told. */
final class FakeYtDlp {
  private static final Duration POLL = Duration.ofMillis(10);

  private final Path folder;

  private FakeYtDlp(Path folder) {
    this.folder = folder;
  }

  /** One that runs these commands of the shell, in its own folder. */
  static FakeYtDlp that(Path folder, String commands) {
    FakeYtDlp fake = new FakeYtDlp(folder);
    fake.write(
        "yt-dlp",
        "#!/bin/sh\ncd \"$(dirname \"$0\")\"\nfor word; do echo \"$word\"; done > arguments\n"
            + "echo $$ > process\n"
            + commands
            + "\n");
    if (!fake.program().toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make " + fake.program() + " executable");
    }
    return fake;
  }

  /** One that knows a video. */
  static FakeYtDlp thatPrints(Path folder, String json) {
    FakeYtDlp fake = that(folder, "cat metadata.json");
    fake.write("metadata.json", json);
    return fake;
  }

  Path program() {
    return folder.resolve("yt-dlp");
  }

  /** Options that have this one asked. */
  Map<String, String> options() {
    return Map.of("stream_mode", "true", "yt_dlp", program().toString());
  }

  List<String> arguments() {
    return lines("arguments");
  }

  List<String> lines(String file) {
    try {
      return Files.readAllLines(folder.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void awaitStart() {
    awaitFile("process");
  }

  /** Waits until it has written a line to a file. */
  void awaitFile(String file) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .atMost(Duration.ofSeconds(20))
        .until(() -> Files.exists(folder.resolve(file)) && !lines(file).isEmpty());
  }

  /** Waits until a process whose number it wrote to a file is gone. */
  void awaitEndOf(String file) {
    long number = Long.parseLong(lines(file).get(0));
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .atMost(Duration.ofSeconds(20))
        .until(() -> !runs(number));
  }

  /** Ends a process whose number it wrote to a file. */
  void end(String file) {
    ProcessHandle.of(Long.parseLong(lines(file).get(0))).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** One that has ended is listed until its parent looks, which for an orphan may take a while. */
  private static boolean runs(long number) {
    try {
      Path status = Path.of("/proc", String.valueOf(number), "stat");
      boolean ended = Files.exists(status) && Files.readString(status).contains(") Z ");
      return !ended && ProcessHandle.of(number).map(ProcessHandle::isAlive).orElse(false);
    } catch (IOException gone) {
      return false;
    }
  }

  private void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
