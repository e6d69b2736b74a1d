package io.framewire.benchmarks.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.benchmarks.Python;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Python process with OpenCV, which makes clips and reads them when told to. */
final class PythonReader implements AutoCloseable {
  private static final Path SCRIPT = Path.of("benchmarks/src/main/python/decode_rounds.py");
  private static final Path PEER_SCRIPTS = Path.of("interop/src/test/python");

  private final Process process;
  private final BufferedReader output;
  private final OutputStream input;
  private final Map<String, Path> clips = new LinkedHashMap<>();

  private PythonReader(Process process) throws IOException {
    this.process = process;
    this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    this.input = process.getOutputStream();
    for (Map<String, Object> said = next(); !said.get("event").equals("ready"); said = next()) {
      clips.put(String.valueOf(said.get("name")), Path.of(String.valueOf(said.get("path"))));
    }
  }

  /** Starts it from the project's folder, and waits until the clips are there. */
  static PythonReader start(Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Python.interpreter().toString(), SCRIPT.toString(), folder.toString());
    builder.environment().put("PYTHONPATH", PEER_SCRIPTS.toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new PythonReader(builder.start());
  }

  /** The clips by what they are. */
  Map<String, Path> clips() {
    return clips;
  }

  /** Reads a clip from end to end. */
  Round read(Path clip) throws IOException {
    input.write((clip + "\n").getBytes(UTF_8));
    input.flush();
    Map<String, Object> said = next();
    return new Round(
        ((Number) said.get("frames")).intValue(), ((Number) said.get("seconds")).doubleValue());
  }

  private Map<String, Object> next() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("{")) {
        return JSON.std.mapFrom(line);
      }
    }
    throw new IOException("Python ended without a word: run " + SCRIPT + " by hand to see why");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
