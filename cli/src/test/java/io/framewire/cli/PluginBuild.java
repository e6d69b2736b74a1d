package io.framewire.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a plugin as its author would, and puts it into a jar. */
final class PluginBuild {
  private static final Path PAGE = Path.of("..", "docs", "plugins.md");
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Manifest manifest = new Manifest();

  PluginBuild() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  /** The same classes and nothing else. */
  PluginBuild copy() {
    PluginBuild copy = new PluginBuild();
    copy.entries.putAll(entries);
    return copy;
  }

  /** The source that docs/plugins.md shows, as its page says. */
  static Path documented(Path folder) throws IOException {
    String page = Files.readString(PAGE);
    String begin = "```java\npackage waves;";
    int from = page.indexOf(begin) + "```java\n".length();
    assertThat(from).as("the source in %s", PAGE).isGreaterThan(begin.length());
    return new PluginBuild()
        .compile(folder, "WavesProvider", page.substring(from, page.indexOf("```", from)))
        .provides("io.framewire.spi.FrameSourceProvider", "waves.WavesProvider")
        .jar(folder.resolve("waves.jar"));
  }

  PluginBuild compile(Path folder, String name, String source) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes-" + name));
    Path text = Files.writeString(folder.resolve(name + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean fine =
          compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(text)).call();
      assertThat(fine).as(said.toString()).isTrue();
    }
    try (Stream<Path> made = Files.walk(classes)) {
      for (Path file : made.filter(Files::isRegularFile).toList()) {
        entries.put(
            classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return this;
  }

  PluginBuild provides(String spi, String provider) {
    entries.put("META-INF/services/" + spi, ("# ours\n" + provider + "\n").getBytes(UTF_8));
    return this;
  }

  PluginBuild classPath(String jars) {
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, jars);
    return this;
  }

  /** Has a class look as if a Java of the far future had compiled it. */
  PluginBuild ofTheFuture(String className) {
    byte[] bytes = entries.get(className).clone();
    bytes[7] = 120;
    entries.put(className, bytes);
    return this;
  }

  Path jar(Path file) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        JarOutputStream out = new JarOutputStream(bytes, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return file;
  }

  /** A provider whose methods are as short as can be, with something in its body. */
  static String provider(String className, String body) {
    return String.join(
        "\n",
        "import io.framewire.spi.*;",
        "public class " + className + " implements FrameSourceProvider {",
        body,
        "  public String name() { return \"own\"; }",
        "  public Support supports(SourceRequest request) {",
        "    return Support.when(request.hasScheme(\"own\"), \"serves own:\");",
        "  }",
        "  public FrameSource create(SourceRequest request) {",
        "    return FrameSource.of(pool -> java.util.Optional.empty());",
        "  }",
        "}");
  }
}
