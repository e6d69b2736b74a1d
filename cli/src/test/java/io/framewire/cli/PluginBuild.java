package io.framewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private final Path folder;
  private final Path classes;
  private final Manifest manifest = new Manifest();

  PluginBuild(Path folder) throws IOException {
    this.folder = folder;
    this.classes = Files.createDirectories(folder.resolve("classes"));
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  /** The source that docs/plugins.md shows, as its page says. */
  static Path documented(Path folder) throws IOException {
    String page = Files.readString(PAGE);
    String begin = "```java\npackage waves;";
    int from = page.indexOf(begin) + "```java\n".length();
    assertThat(from).as("the source in %s", PAGE).isGreaterThan(begin.length());
    return new PluginBuild(folder)
        .compile("WavesProvider", page.substring(from, page.indexOf("```", from)))
        .provides("io.framewire.spi.FrameSourceProvider", "waves.WavesProvider")
        .jar("waves.jar");
  }

  PluginBuild compile(String name, String source) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean fine =
          compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file)).call();
      assertThat(fine).as(said.toString()).isTrue();
    }
    return this;
  }

  PluginBuild provides(String spi, String provider) throws IOException {
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(spi), "# ours\n" + provider + "\n");
    return this;
  }

  PluginBuild classPath(String jars) {
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, jars);
    return this;
  }

  /** Has a class look as if a Java of the far future had compiled it. */
  PluginBuild ofTheFuture(String className) throws IOException {
    Path file = classes.resolve(className);
    byte[] bytes = Files.readAllBytes(file);
    bytes[7] = 120;
    Files.write(file, bytes);
    return this;
  }

  Path jar(String name) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> entries = Files.walk(classes)) {
      for (Path entry : entries.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(entry).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(entry));
      }
    }
    return jar;
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
