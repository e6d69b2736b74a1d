package io.framewire.opencv;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.Support;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/**
 * The native code of a library wrapped by JavaCPP, which lies in a jar for each platform. Loaded
 * when first asked for, once for the whole program. Safe for use by several threads.
 */
public final class NativeCode {
  private static final List<String> BUILDS = List.of("", "-gpl", "-gpu", "-python");

  private final String product;
  private final List<String> files;
  private final List<Class<?>> presets;
  private volatile boolean loaded;
  private Optional<ConfigurationException> failed = Optional.empty();

  private NativeCode(String product, List<String> files, List<Class<?>> presets) {
    this.product = product;
    this.files = List.copyOf(files);
    this.presets = List.copyOf(presets);
  }

  /**
   * Describes a library's native code; nothing is loaded yet.
   *
   * @param product the library's name for messages, {@code "OpenCV"} for instance
   * @param files one file of each jar it needs, as {@code artifact/library}
   * @param presets the JavaCPP classes to load; naming them as literals does not initialize them
   * @return the description
   */
  public static NativeCode of(String product, List<String> files, List<Class<?>> presets) {
    return new NativeCode(product, files, presets);
  }

  /**
   * Whether the jars for this platform are there. Looks for them without loading anything.
   *
   * @return yes, or no with the artifacts and the classifier to add
   */
  public Support available() {
    List<String> missing =
        files.stream().filter(file -> !isThere(file)).map(NativeCode::artifact).toList();
    return missing.isEmpty()
        ? Support.yes()
        : Support.no(
            product
                + "'s native code for "
                + Loader.getPlatform()
                + " is missing: add "
                + String.join(" and ", missing)
                + " with classifier "
                + Loader.getPlatform()
                + modulePathHint());
  }

  /** Nothing requires the modules that native code is in, so that the JVM leaves them out. */
  private static String modulePathHint() {
    return NativeCode.class.getModule().isNamed()
        ? ", and start with --add-modules ALL-MODULE-PATH"
        : "";
  }

  /**
   * Loads the native code, unless that was done already. The first time on a machine it is unpacked
   * to JavaCPP's cache, {@code ~/.javacpp/cache}, which is logged at info.
   *
   * @throws ConfigurationException if it is missing, which artifact to add; or does not load, why
   */
  public void load() {
    if (!loaded) {
      loadOnce();
    }
  }

  private synchronized void loadOnce() {
    // JavaCPP reports a library that does not load only to the first who asks
    failed.ifPresent(
        earlier -> {
          throw new ConfigurationException(earlier.getMessage(), earlier.getCause());
        });
    Unpacking.announce(product, files.stream().flatMap(file -> find(file).stream()).toList());
    try {
      for (Class<?> preset : presets) {
        Loader.load(preset);
      }
      loaded = true;
    } catch (LinkageError failure) {
      Support available = available();
      ConfigurationException error =
          new ConfigurationException(
              available.supported() ? doesNotLoad(failure) : available.reason(), failure);
      failed = Optional.of(error);
      throw error;
    }
  }

  private String doesNotLoad(LinkageError failure) {
    return product
        + "'s native code for "
        + Loader.getPlatform()
        + " does not load ("
        + String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given")
        + "): install the system library it names, or let JavaCPP unpack to another folder with"
        + " -Dorg.bytedeco.javacpp.cachedir=DIR";
  }

  private static boolean isThere(String file) {
    return find(file).isPresent();
  }

  private static Optional<URL> find(String file) {
    return BUILDS.stream().flatMap(build -> find(file, build).stream()).findFirst();
  }

  private static Optional<URL> find(String file, String build) {
    String[] parts = file.split("/");
    String resource =
        String.join(
            "/",
            "/org/bytedeco",
            parts[0],
            Loader.getPlatform() + build,
            System.mapLibraryName(parts[1]));
    try {
      return Optional.ofNullable(Loader.findResource(Loader.class, resource));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static String artifact(String file) {
    return "org.bytedeco:" + file.substring(0, file.indexOf('/'));
  }
}
