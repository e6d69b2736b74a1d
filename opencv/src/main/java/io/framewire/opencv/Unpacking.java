package io.framewire.opencv;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says when JavaCPP is about to unpack native code, which takes seconds and room on the disk. */
final class Unpacking {
  private static final Logger LOG = LoggerFactory.getLogger(NativeCode.class);
  private static final double MB = 1e6;

  private Unpacking() {}

  /** Logs one line if a library of these lies packed in a jar only. */
  static void announce(String product, List<URL> libraries) {
    try {
      Path cache = Loader.getCacheDir().toPath();
      long bytes = 0;
      for (URL library : libraries) {
        bytes += bytesToUnpack(library, cache);
      }
      if (bytes > 0) {
        LOG.info(
            "unpacking {}'s native code, up to {} MB, to {}: once on this machine",
            product,
            Math.round(bytes / MB),
            cache);
      }
    } catch (IOException unknown) {
      LOG.debug("cannot tell whether {}'s native code was unpacked before", product, unknown);
    }
  }

  private static long bytesToUnpack(URL library, Path cache) throws IOException {
    URLConnection connection = library.openConnection();
    if (!(connection instanceof JarURLConnection packed)) {
      return 0;
    }
    JarFile jar = packed.getJarFile();
    String name = Path.of(jar.getName()).getFileName().toString();
    return Files.exists(cache.resolve(name).resolve(packed.getEntryName())) ? 0 : bytes(jar);
  }

  private static long bytes(JarFile jar) {
    return jar.stream()
        .filter(entry -> isLibrary(entry.getName()))
        .mapToLong(ZipEntry::getSize)
        .sum();
  }

  private static boolean isLibrary(String name) {
    return name.matches(".*\\.(?:so|dylib|dll)(?:\\.[\\d.]+)?");
  }
}
