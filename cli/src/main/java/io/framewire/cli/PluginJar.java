package io.framewire.cli;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.CodecProvider;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.Provider;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.TransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;

/** A jar with providers, and those that its manifest's Class-Path names, in a class loader. */
final class PluginJar implements AutoCloseable {
  private static final String SERVICES = "META-INF/services/";
  private static final List<Class<? extends Provider>> SPIS =
      List.of(
          FrameSourceProvider.class,
          TransportProvider.class,
          CodecProvider.class,
          StabilizerProvider.class);

  private final Path file;
  private final URLClassLoader loader;

  private PluginJar(Path file, URLClassLoader loader) {
    this.file = file;
    this.loader = loader;
  }

  /** Opens it and loads its providers once, so that one that cannot work is an error here. */
  static PluginJar open(Path file, ClassLoader parent) {
    requireJar(file);
    try {
      URL[] urls = {file.toUri().toURL()};
      PluginJar jar = new PluginJar(file, new URLClassLoader("plugin", urls, parent));
      try {
        jar.requireProviders();
        return jar;
      } catch (RuntimeException | IOException failure) {
        jar.close();
        throw failure;
      }
    } catch (IOException unreadable) {
      throw new ConfigurationException(
          "plugin " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static void requireJar(Path file) {
    if (Files.isDirectory(file)) {
      throw problem(file, "is a directory: name the jar in it");
    }
    if (!Files.exists(file)) {
      throw problem(file, "does not exist: check the path");
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      jar.getManifest();
    } catch (IOException notAJar) {
      throw problem(file, "is not a jar that can be read: name the one that the build made");
    }
  }

  private void requireProviders() throws IOException {
    int count = 0;
    for (Class<? extends Provider> spi : SPIS) {
      for (URL services : Collections.list(loader.findResources(SERVICES + spi.getName()))) {
        for (String name : names(services)) {
          requireProvider(name, spi);
          count++;
        }
      }
    }
    if (count == 0) {
      throw problem(
          file,
          "has no provider: name its class in "
              + SERVICES
              + FrameSourceProvider.class.getName()
              + ", or that of another SPI");
    }
  }

  private static List<String> names(URL services) throws IOException {
    URLConnection connection = services.openConnection();
    // a cached jar would stay open
    connection.setUseCaches(false);
    try (InputStream bytes = connection.getInputStream()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceAll("#.*", "").trim())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  private void requireProvider(String name, Class<? extends Provider> spi) {
    try {
      Object made = Class.forName(name, true, loader).getConstructor().newInstance();
      if (!spi.isInstance(made)) {
        throw broken(name, "it is no " + spi.getSimpleName());
      }
    } catch (UnsupportedClassVersionError newer) {
      throw problem(
          file,
          "was built for a newer Java than this one, "
              + Runtime.version().feature()
              + ": build it with --release 17, or run Framewire with that Java");
    } catch (ClassNotFoundException missing) {
      throw broken(name, "it is not in the jar");
    } catch (NoSuchMethodException hidden) {
      throw broken(name, "it has no public constructor without arguments");
    } catch (InvocationTargetException thrown) {
      throw broken(name, "its constructor threw " + thrown.getCause());
    } catch (ReflectiveOperationException | LinkageError failure) {
      throw broken(name, failure.toString());
    }
  }

  private ConfigurationException broken(String name, String why) {
    return problem(
        file,
        "has a provider that cannot be loaded, " + name + ": " + why + "; rebuild the plugin");
  }

  private static ConfigurationException problem(Path file, String words) {
    return new ConfigurationException("plugin " + file + " " + words);
  }

  Path file() {
    return file;
  }

  ClassLoader loader() {
    return loader;
  }

  boolean has(Provider provider) {
    return provider.getClass().getClassLoader() == loader;
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
