package io.framewire.cli.demo;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.error.FramewireException;
import io.framewire.wire.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code framewire send} in a Java virtual machine of its own. */
final class SenderProcess implements AutoCloseable {
  private static final long LIMIT_SECONDS = 20;

  private final Process process;
  private final Path output;

  private SenderProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static SenderProcess start(Path clip, Endpoint to) throws IOException {
    Path output = clip.resolveSibling("sender.json");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-XX:MaxDirectMemorySize=512m",
            "-Dmsgpack.universal-buffer=true",
            "-cp",
            System.getProperty("java.class.path"),
            "io.framewire.cli.Main",
            "send",
            clip.toString(),
            "--to",
            to.toString(),
            "--digest",
            "--json");
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(output.toFile())
            .start();
    return new SenderProcess(process, output);
  }

  /** Waits for the end and gives the sender's own report. */
  Map<String, Object> report() throws IOException, InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new FramewireException("the sender did not end within " + LIMIT_SECONDS + " s of the stream's end");
    }
    if (process.exitValue() != 0) {
      throw new FramewireException("the sender failed with exit code " + process.exitValue());
    }
    return JSON.std.mapFrom(Files.readString(output, StandardCharsets.UTF_8).strip());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
