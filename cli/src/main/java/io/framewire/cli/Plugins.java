package io.framewire.cli;

import io.framewire.spi.Provider;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The plugins of this run, which the thread's context class loader has until they are closed. */
final class Plugins implements AutoCloseable {
  private final Thread thread = Thread.currentThread();
  private final ClassLoader before = thread.getContextClassLoader();
  private final Deque<PluginJar> jars = new ArrayDeque<>();

  private Plugins() {}

  static Plugins load(List<Path> files) {
    Plugins plugins = new Plugins();
    try {
      files.forEach(plugins::add);
      return plugins;
    } catch (RuntimeException failure) {
      plugins.close();
      throw failure;
    }
  }

  private void add(Path file) {
    PluginJar jar = PluginJar.open(file, thread.getContextClassLoader());
    jars.push(jar);
    thread.setContextClassLoader(jar.loader());
  }

  /** The plugin that a provider is from. */
  Optional<Path> origin(Provider provider) {
    return jars.stream().filter(jar -> jar.has(provider)).map(PluginJar::file).findFirst();
  }

  @Override
  public void close() {
    thread.setContextClassLoader(before);
    while (!jars.isEmpty()) {
      jars.pop().close();
    }
  }
}
