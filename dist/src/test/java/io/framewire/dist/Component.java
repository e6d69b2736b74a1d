package io.framewire.dist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A component as a CycloneDX list has it. */
record Component(
    String group,
    String name,
    String version,
    String classifier,
    String sha256,
    List<String> licences) {
  /** From the list's JSON. */
  static Component of(Object json) {
    Map<?, ?> values = (Map<?, ?>) json;
    return new Component(
        text(values, "group"),
        text(values, "name"),
        text(values, "version"),
        classifier(text(values, "purl")),
        sha256((List<?>) values.get("hashes")),
        licences((List<?>) values.get("licenses")));
  }

  /** What its jar is called. */
  String fileName() {
    return name + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
  }

  private static String classifier(String purl) {
    String mark = "classifier=";
    int begin = purl.indexOf(mark);
    return begin < 0 ? "" : purl.substring(begin + mark.length()).replaceFirst("&.*", "");
  }

  private static String sha256(List<?> hashes) {
    return hashes == null
        ? ""
        : hashes.stream()
            .map(hash -> (Map<?, ?>) hash)
            .filter(hash -> "SHA-256".equals(hash.get("alg")))
            .map(hash -> text(hash, "content"))
            .findFirst()
            .orElse("");
  }

  /** By SPDX's names; the one licence that its artifact names otherwise is told by its address. */
  private static List<String> licences(List<?> choices) {
    Collection<String> names = new TreeSet<>();
    for (Object choice : choices == null ? List.of() : choices) {
      Map<?, ?> licence = (Map<?, ?>) ((Map<?, ?>) choice).get("license");
      String known = text(licence, "id");
      names.add(text(licence, "url").endsWith("/MPL/2.0") ? "MPL-2.0" : known);
    }
    return List.copyOf(names);
  }

  private static String text(Map<?, ?> values, String key) {
    Object value = values.get(key);
    return value == null ? "" : value.toString();
  }
}
