package io.framewire.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The comparison with the last release, {@code -Dapi.baseline}, against releases made up here. */
@ExtendWith(SecondBuild.class)
class ApiBaselineTest {
  private static final String BASELINE = "0.0.1";
  private static final String POM =
      "<project><modelVersion>4.0.0</modelVersion><groupId>io.framewire</groupId>"
          + "<artifactId>%s</artifactId><version>"
          + BASELINE
          + "</version></project>";

  @TempDir private Path folder;

  @Test
  void failsWhereAnExportedClassHasGoneAndOnlyThere() throws Exception {
    release("framewire-core", "core", "io.framewire.internal");
    release("framewire-codec-msgpack", "codec-msgpack", "io.framewire.codec.msgpack");
    release("framewire-opencv", "opencv");
    Finished build =
        Maven.with(SecondBuild.repository())
            .run(
                SecondBuild.sources(),
                "verify",
                "--fail-at-end",
                "-Dapi.baseline=" + BASELINE,
                "-Djavacpp.platform=" + Outer.PLATFORM,
                "-DskipTests",
                "-Dspotless.check.skip",
                "-Denforcer.skip",
                "-pl",
                ":framewire-core,:framewire-codec-msgpack,:framewire-opencv");
    assertThat(build.exitCode()).isNotZero();
    assertThat(build.output())
        .containsPattern("Framewire core \\.+ SUCCESS")
        .containsPattern("Framewire OpenCV \\.+ SUCCESS")
        .containsPattern("Framewire codec: msgpack \\.+ FAILURE")
        .contains("io.framewire.codec.msgpack.Gone")
        .doesNotContain("io.framewire.internal.Gone");
  }

  /** A release with what there is now, and a class more in some packages. */
  private void release(String artifact, String module, String... packages) throws IOException {
    Path release =
        SecondBuild.repository().resolve("io/framewire").resolve(artifact).resolve(BASELINE);
    Files.createDirectories(release);
    Files.writeString(release.resolve(artifact + "-" + BASELINE + ".pom"), POM.formatted(artifact));
    Path jar = release.resolve(artifact + "-" + BASELINE + ".jar");
    String now = "target/" + artifact + "-" + Outer.VERSION + ".jar";
    Files.copy(SecondBuild.sources().resolve(module).resolve(now), jar);
    for (String each : packages) {
      add(jar, each);
    }
  }

  private void add(Path jar, String packageName) throws IOException {
    Path source = folder.resolve("Gone.java");
    Files.writeString(source, "package " + packageName + "; public class Gone {}");
    String classes = folder.resolve("classes").toString();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                InputStream.nullInputStream(),
                System.out,
                System.err,
                "--release",
                "17",
                "-d",
                classes,
                source.toString());
    assertThat(result).isZero();
    String file = packageName.replace('.', '/') + "/Gone.class";
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      Files.copy(Path.of(classes, file), zip.getPath(file));
    }
  }

  @Test
  void everyPackageIsEitherExportedOrNotCompared() throws IOException {
    List<String> excluded =
        Pattern.compile("<exclude>(io\\.framewire\\.[^<]+)</exclude>")
            .matcher(Files.readString(Outer.ROOT.resolve("pom.xml")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(excluded).contains("io.framewire.internal");
    assertThat(hidden()).allMatch(name -> excluded.stream().anyMatch(name::startsWith));
  }

  /** Of all published modules that say what they export. */
  private static Set<String> hidden() throws IOException {
    Set<String> hidden = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SecondBuild.repository().resolve("io/framewire"))) {
      for (Path jar : files.filter(ApiBaselineTest::isMainJar).toList()) {
        ModuleDescriptor module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
        if (!module.isAutomatic()) {
          hidden.addAll(packages(jar));
          module.exports().forEach(exported -> hidden.remove(exported.source()));
        }
      }
    }
    return hidden;
  }

  /** Those that have classes; a module counts folders of resources, too. */
  private static Set<String> packages(Path jar) throws IOException {
    try (JarFile open = new JarFile(jar.toFile())) {
      return open.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class") && name.contains("/"))
          .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
          .collect(Collectors.toSet());
    }
  }

  private static boolean isMainJar(Path file) {
    return file.getFileName().toString().endsWith("-" + Outer.VERSION + ".jar");
  }

  @Test
  void comparesNothingUnlessABaselineIsNamed() throws IOException {
    try (Stream<Path> made = Files.list(SecondBuild.sources().resolve("stabilizer/target"))) {
      assertThat(made).noneMatch(file -> file.endsWith("japicmp"));
    }
  }
}
