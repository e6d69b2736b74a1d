package io.framewire.benchmarks.wire;

import com.fasterxml.jackson.jr.ob.JSON;
import io.framewire.benchmarks.Python;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** What a run ran on: the machine, and the versions of all that took part. */
final class Surroundings {
  private static final long LIMIT_SECONDS = 60;
  private static final String JEROMQ = "/META-INF/maven/org.zeromq/jeromq/pom.properties";
  private static final double KIBIBYTES_IN_A_GIBIBYTE = 1 << 20;

  private Surroundings() {}

  static Map<String, String> look(Path project) throws IOException, InterruptedException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "processor",
        field("/proc/cpuinfo", "model name")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " cores");
    facts.put("memory", memory(field("/proc/meminfo", "MemTotal")));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
    facts.put("JeroMQ", jeromq());
    facts.putAll(python(project));
    return facts;
  }

  private static String field(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String memory(String total) {
    double kibibytes = Double.parseDouble(total.replaceAll("\\D", ""));
    return String.format(Locale.ROOT, "%.0f GiB", kibibytes / KIBIBYTES_IN_A_GIBIBYTE);
  }

  private static String jeromq() throws IOException {
    Properties properties = new Properties();
    try (InputStream file = org.zeromq.ZMQ.class.getResourceAsStream(JEROMQ)) {
      if (file != null) {
        properties.load(file);
      }
    }
    return properties.getProperty("version", "unknown");
  }

  private static Map<String, String> python(Path project) throws IOException, InterruptedException {
    Path script = project.resolve("benchmarks/src/main/python/wire_versions.py");
    Process process =
        new ProcessBuilder(Python.interpreter().toString(), "-B", script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Map<String, String> versions = new LinkedHashMap<>();
    JSON.std
        .mapFrom(process.getInputStream())
        .forEach((name, version) -> versions.put(name, String.valueOf(version)));
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new BenchmarkException(script + " does not tell the versions");
    }
    return versions;
  }
}
