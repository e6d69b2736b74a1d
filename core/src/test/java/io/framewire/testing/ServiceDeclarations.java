package io.framewire.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The services a module of ours declares, once for either path; read where it was compiled to. */
public final class ServiceDeclarations {
  private final Path classes;
  private final ModuleDescriptor descriptor;

  private ServiceDeclarations(Path classes, ModuleDescriptor descriptor) {
    this.classes = classes;
    this.descriptor = descriptor;
  }

  /** Of the module that a class is compiled with. */
  public static ServiceDeclarations of(Class<?> member) {
    try {
      Path classes = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (InputStream bytes = Files.newInputStream(classes.resolve("module-info.class"))) {
        return new ServiceDeclarations(classes, ModuleDescriptor.read(bytes));
      }
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException("no module descriptor beside " + member, unreadable);
    }
  }

  /** Providers by service, from {@code module-info}. */
  public Map<String, Set<String>> onTheModulePath() {
    Map<String, Set<String>> provided = new TreeMap<>();
    descriptor
        .provides()
        .forEach(service -> provided.put(service.service(), new TreeSet<>(service.providers())));
    return provided;
  }

  /** Providers by service, from {@code META-INF/services}. */
  public Map<String, Set<String>> onTheClassPath() {
    Map<String, Set<String>> provided = new TreeMap<>();
    Path services = classes.resolve("META-INF/services");
    if (Files.isDirectory(services)) {
      try (Stream<Path> files = Files.list(services)) {
        files.forEach(file -> provided.put(file.getFileName().toString(), lines(file)));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return provided;
  }

  /** Services the module looks for. */
  public Set<String> used() {
    return descriptor.uses();
  }

  private static Set<String> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      Set<String> names = new TreeSet<>();
      lines
          .map(line -> line.replaceAll("#.*", "").trim())
          .filter(line -> !line.isEmpty())
          .forEach(names::add);
      return names;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
