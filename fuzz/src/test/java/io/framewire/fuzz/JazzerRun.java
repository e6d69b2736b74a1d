package io.framewire.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Jazzer, fuzzing one target in a JVM of its own: it instruments every class, and may not end. */
final class JazzerRun {
  /** Connections to our own ports are meant, and looking into patterns takes memory of its own. */
  private static final List<String> DISABLED_HOOKS =
      List.of(
          "com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery",
          "com.code_intelligence.jazzer.runtime.RegexRoadblocks");

  private static final String LOG = "log.txt";

  private final Target target;
  private final Path folder;

  /** The folder is filled with what the run leaves: its log, its corpus, findings. */
  JazzerRun(Target target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /**
   * Runs it to its end.
   *
   * @param limits Jazzer's options for when it ends
   * @param seed what the random choices come from
   * @param limitSeconds after this it is killed, which is a finding
   */
  RunResult run(List<String> limits, int seed, long limitSeconds) {
    try {
      writeCorpus();
      Path log = folder.resolve(LOG);
      Process process =
          new ProcessBuilder(command(limits, seed))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      boolean ended = awaitEnd(process, limitSeconds);
      return RunResult.of(target, log, ended ? process.exitValue() : -1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean awaitEnd(Process process, long limitSeconds) {
    try {
      return process.waitFor(limitSeconds, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(List<String> limits, int seed) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:MaxDirectMemorySize=256m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-ea:io.framewire...",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=io.framewire.**:org.msgpack.**:zmq.**",
                "--instrumentation_excludes=io.framewire.fuzz.**",
                "--reproducer_path=" + folder,
                "--disabled_hooks=" + String.join(":", DISABLED_HOOKS),
                "--keep_going=20",
                "-artifact_prefix=" + folder + "/",
                "-dict=" + Path.of("src/test/resources/dictionary.txt"),
                "-seed=" + seed,
                "-max_len=4096",
                "-timeout=120",
                "-rss_limit_mb=2500"));
    command.addAll(limits);
    command.add(corpus().toString());
    return command;
  }

  private Path corpus() {
    return folder.resolve("corpus");
  }

  /** The good messages and the inputs that once were findings. */
  private void writeCorpus() throws IOException {
    Files.createDirectories(corpus());
    List<byte[]> inputs = new ArrayList<>(target.seeds().toList());
    for (Path kept : KeptInputs.of(target)) {
      inputs.add(Files.readAllBytes(kept));
    }
    for (int index = 0; index < inputs.size(); index++) {
      Files.write(corpus().resolve("seed-" + index), inputs.get(index));
    }
  }

  /** Removes what an earlier run left, but for its findings. */
  void clear() {
    try (Stream<Path> old = Files.exists(corpus()) ? Files.list(corpus()) : Stream.<Path>empty()) {
      for (Path path : old.toList()) {
        Files.delete(path);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
