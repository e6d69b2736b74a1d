package io.framewire.docs;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every link leads somewhere, and to every page of the site leads one. */
final class LinkCheck {
  private static final String INDEX = "docs/README.md";

  private final Path root;
  private final Map<String, Page> pages;

  private LinkCheck(Path root, List<Page> pages) {
    this.root = root;
    this.pages = pages.stream().collect(Collectors.toMap(Page::path, Function.identity()));
  }

  static List<String> problems(Path root, List<Page> pages) {
    LinkCheck check = new LinkCheck(root, pages);
    return pages.stream()
        .flatMap(
            page ->
                page.links().stream()
                    .flatMap(
                        link ->
                            check.problem(page, link.target()).stream()
                                .map(what -> page.path() + ":" + link.line() + ": " + what)))
        .toList();
  }

  /** Pages of the site to which no link leads from its first page. */
  static List<String> unreachable(Path root, List<Page> pages) {
    LinkCheck check = new LinkCheck(root, pages);
    Set<String> reached = new LinkedHashSet<>(List.of(INDEX));
    Deque<String> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      check.linked(next.remove()).filter(reached::add).forEach(next::add);
    }
    return pages.stream()
        .map(Page::path)
        .filter(path -> path.startsWith("docs/") && !reached.contains(path))
        .map(path -> path + ":1: no link leads here from " + INDEX)
        .toList();
  }

  private Stream<String> linked(String path) {
    Page page = pages.get(path);
    return page == null
        ? Stream.empty()
        : page.links().stream()
            .map(Link::target)
            .filter(target -> !isElsewhere(target) && !target.startsWith("#"))
            .map(target -> resolved(page, target))
            .filter(pages::containsKey);
  }

  private Optional<String> problem(Page page, String target) {
    if (isElsewhere(target)) {
      return isAddress(target) ? Optional.empty() : Optional.of("no address: " + target);
    }
    String path = target.startsWith("#") ? page.path() : resolved(page, target);
    if (path.startsWith("..") || !Files.exists(root.resolve(path)) && !pages.containsKey(path)) {
      return Optional.of("there is no " + path);
    }
    int hash = target.indexOf('#');
    if (hash < 0) {
      return Optional.empty();
    }
    String anchor = target.substring(hash + 1);
    return pages.containsKey(path) && pages.get(path).anchors().contains(anchor)
        ? Optional.empty()
        : Optional.of(path + " has no heading #" + anchor);
  }

  private static String resolved(Page page, String target) {
    String file = target.replaceFirst("#.*", "");
    return Path.of(page.path()).resolveSibling(file).normalize().toString().replace('\\', '/');
  }

  private static boolean isElsewhere(String target) {
    return target.matches("[a-z]+:.*");
  }

  private static boolean isAddress(String target) {
    try {
      return new URI(target).getHost() != null;
    } catch (URISyntaxException wrong) {
      return false;
    }
  }
}
