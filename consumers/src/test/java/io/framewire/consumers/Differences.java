package io.framewire.consumers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What differs in two files that should be the same; in archives, which entries. */
final class Differences {
  private Differences() {}

  static List<String> between(Path first, Path second) throws IOException {
    if (Files.notExists(first)) {
      return List.of(first + " is not there");
    }
    if (Files.mismatch(first, second) < 0) {
      return List.of();
    }
    String name = first.getFileName().toString();
    return List.of(first + " differs" + (isZip(name) ? entries(first, second) : ""));
  }

  private static boolean isZip(String name) {
    return name.endsWith(".jar") || name.endsWith(".zip");
  }

  private static String entries(Path first, Path second) throws IOException {
    try (ZipFile one = new ZipFile(first.toFile());
        ZipFile other = new ZipFile(second.toFile())) {
      Set<String> names = new TreeSet<>(names(one));
      names.addAll(names(other));
      Set<String> different = new TreeSet<>();
      for (String name : names) {
        if (!content(one, name).equals(content(other, name))) {
          different.add(name);
        }
      }
      return different.isEmpty() ? " in order, times or permissions" : " in " + different;
    }
  }

  private static Set<String> names(ZipFile zip) {
    return zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
  }

  private static Optional<ByteBuffer> content(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    try (var stream = zip.getInputStream(entry)) {
      return Optional.of(ByteBuffer.wrap(stream.readAllBytes()));
    }
  }
}
