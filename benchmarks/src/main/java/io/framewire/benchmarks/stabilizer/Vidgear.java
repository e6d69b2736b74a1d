package io.framewire.benchmarks.stabilizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.benchmarks.Python;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A Python process with the real vidgear and a shaky clip. */
final class Vidgear implements AutoCloseable {
  private static final Path SCRIPT = Path.of("benchmarks/src/main/python/stabilizer_rounds.py");
  private static final Path PEER_SCRIPTS = Path.of("interop/src/test/python");

  private final Process process;
  private final BufferedReader output;
  private final OutputStream input;
  private final Path raw;
  private final Clip clip;

  private Vidgear(Process process, Path raw, int width, int height, int frames) throws IOException {
    this.process = process;
    this.raw = raw;
    this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    this.input = process.getOutputStream();
    this.clip = Clip.read(raw, width, height, frames, next("clip"), next("vidgear"));
  }

  /** Starts it from the project's folder, and waits until the clip is there. */
  static Vidgear start(int width, int height, int frames) throws IOException {
    Path raw = Files.createTempFile("framewire-shaky", ".raw");
    ProcessBuilder builder =
        new ProcessBuilder(
            Python.interpreter().toString(),
            SCRIPT.toString(),
            raw.toString(),
            String.valueOf(width),
            String.valueOf(height),
            String.valueOf(frames));
    builder.environment().put("PYTHONPATH", PEER_SCRIPTS.toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new Vidgear(builder.start(), raw, width, height, frames);
  }

  Clip clip() {
    return clip;
  }

  /** One round through the clip, in seconds. */
  double round() throws IOException {
    input.write('\n');
    input.flush();
    return ((Number) next("round").get("seconds")).doubleValue();
  }

  private Map<String, Object> next(String event) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("{")) {
        Map<String, Object> values = JSON.std.mapFrom(line);
        if (event.equals(values.get("event"))) {
          return values;
        }
      }
    }
    throw new IOException("vidgear ended without a word: run " + SCRIPT + " by hand to see why");
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(raw);
  }
}
