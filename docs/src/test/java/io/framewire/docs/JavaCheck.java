package io.framewire.docs;

import io.framewire.docs.JavaSource.Form;
import io.framewire.docs.Javac.Parsed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every block of Java compiles without a warning. Classes that a page declared can be used further
 * down on it.
 *
 * <p>A block is what its beginning says, a module, or else the first of these as which it can be
 * parsed: classes, members of a class, statements.
 */
final class JavaCheck {
  private static final Pattern MODULE = Pattern.compile("(?m)^(open )?module [\\w.]+ *\\{");

  private final List<String> problems = new ArrayList<>();
  private final List<JavaSource> sources = new ArrayList<>();
  private final List<List<JavaSource>> modules = new ArrayList<>();

  private JavaCheck() {}

  static List<String> problems(List<Page> pages) {
    JavaCheck check = new JavaCheck();
    for (int i = 0; i < pages.size(); i++) {
      check.add(pages.get(i), "page" + i);
    }
    check.problems.addAll(Javac.problems(check.sources));
    check.modules.forEach(module -> check.problems.addAll(Javac.problems(module)));
    return List.copyOf(check.problems);
  }

  private void add(Page page, String group) {
    Set<String> declared = new HashSet<>();
    List<Block> named = new ArrayList<>();
    for (Block block : page.blocks("java")) {
      if (MODULE.matcher(block.text()).find()) {
        modules.add(module(block, named));
        continue;
      }
      Parsed parsed = parse(block, group);
      if (parsed.source().form() == Form.UNIT && !declaredAnew(declared, parsed, group)) {
        parsed = parse(block, group + "_" + block.line());
      }
      keep(parsed);
      if (parsed.isFine() && !parsed.source().home().startsWith("page")) {
        named.add(block);
      }
    }
  }

  /**
   * A module is compiled with the classes above it that name their package; of ours, they have only
   * core imported.
   */
  private static List<JavaSource> module(Block block, List<Block> named) {
    return Stream.concat(
            Stream.of(new JavaSource(block, Form.MODULE, "", "")),
            named.stream().map(unit -> new JavaSource(unit, Form.UNIT, "", ClassPath.CORE)))
        .toList();
  }

  /** A page may show a class in two versions: the later ones lie in packages of their own. */
  private static boolean declaredAnew(Set<String> declared, Parsed unit, String group) {
    return !unit.source().home().equals(group)
        || unit.types().stream().noneMatch(declared::contains) && declared.addAll(unit.types());
  }

  private void keep(Parsed parsed) {
    if (parsed.isFine()) {
      sources.add(parsed.source());
    } else {
      parsed.errors().stream().map(parsed.source()::problem).forEach(problems::add);
    }
  }

  /** Where it parses as nothing, what came furthest is what it was meant to be. */
  private static Parsed parse(Block block, String group) {
    List<Parsed> tried = new ArrayList<>();
    for (Form form : List.of(Form.UNIT, Form.STATEMENTS, Form.MEMBERS)) {
      Parsed parsed = Javac.parse(new JavaSource(block, form, group, ClassPath.IMPORTS));
      if (parsed.isFine()) {
        return parsed;
      }
      tried.add(form == Form.STATEMENTS ? 0 : tried.size(), parsed);
    }
    return tried.stream().max(Comparator.comparingLong(Parsed::reached)).orElseThrow();
  }
}
