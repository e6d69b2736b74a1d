package io.framewire.docs;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A block as a source file of its own, whose lines are known on the page. */
final class JavaSource extends SimpleJavaFileObject {
  /** What a block may be. */
  enum Form {
    MODULE,
    UNIT,
    MEMBERS,
    STATEMENTS
  }

  private static final Pattern IMPORT = Pattern.compile("^\\s*(?:import [^;]+;\\s*)+");
  private static final Pattern PACKAGE = Pattern.compile("^package ([^;]+);");
  private static final int FIRST_GIVEN = 2;

  private final Block block;
  private final Form form;
  private final String home;
  private final String text;

  /**
   * Makes the source of a block.
   *
   * @param block the block
   * @param form what it is taken for
   * @param group the package it lies in, unless it names one
   * @param imports what is imported for it
   */
  JavaSource(Block block, Form form, String group, String imports) {
    super(
        URI.create("block:///" + block.page() + "/" + block.line() + "/" + fileName(form)),
        Kind.SOURCE);
    this.block = block;
    this.form = form;
    List<String> code = new ArrayList<>(block.lines());
    List<String> given = new ArrayList<>(block.given());
    this.home = form == Form.UNIT ? declaredPackage(code, group) : group;
    String header = "";
    if (form != Form.MODULE) {
      header = "package " + home + "; " + lifted(code) + lifted(given) + imports + opening(given);
    }
    List<String> lines = new ArrayList<>(List.of(header));
    lines.addAll(given);
    lines.add(joint(given));
    lines.addAll(code);
    lines.add(form == Form.STATEMENTS ? "}}" : form == Form.MEMBERS ? "}" : "");
    this.text = String.join("\n", lines);
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }

  /** A public class may stand in it under any name. */
  @Override
  public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
    return kind == Kind.SOURCE
        && !simpleName.equals("package-info")
        && simpleName.equals("module-info") == (form == Form.MODULE);
  }

  Form form() {
    return form;
  }

  Block block() {
    return block;
  }

  /** The package it lies in. */
  String home() {
    return home;
  }

  /** The line on the page that a finding is about, and what it is. */
  String problem(Diagnostic<?> found) {
    String what = found.getMessage(null).replaceAll("\\s*\n\\s*", " ");
    int given = (int) found.getLineNumber() - FIRST_GIVEN;
    int index = given - block.given().size() - 1;
    if (index >= 0) {
      return block.problem(Math.min(index, block.lines().size() - 1), what);
    }
    return block.page() + ":" + (block.givenLine() + Math.max(0, given)) + ": " + what;
  }

  /** A unit's given members stand in a class beside it, and are imported. */
  private String opening(List<String> given) {
    if (form != Form.UNIT) {
      return "class Block" + block.line() + " {";
    }
    String beside = "Given" + block.line();
    return given.isEmpty()
        ? ""
        : "import static %1$s.%2$s.*; import %1$s.%2$s.*; final class %2$s {"
            .formatted(home, beside);
  }

  private String joint(List<String> given) {
    return switch (form) {
      case STATEMENTS -> "void run() throws Exception {";
      case UNIT -> given.isEmpty() ? "" : "}";
      default -> "";
    };
  }

  private static String fileName(Form form) {
    return form == Form.MODULE ? "module-info.java" : form + ".java";
  }

  private static String declaredPackage(List<String> code, String otherwise) {
    for (int i = 0; i < code.size(); i++) {
      Matcher declared = PACKAGE.matcher(code.get(i));
      if (declared.find()) {
        code.set(i, "");
        return declared.group(1);
      }
    }
    return otherwise;
  }

  /** Takes the imports out, and leaves their lines empty. */
  private static String lifted(List<String> code) {
    StringBuilder imports = new StringBuilder();
    for (int i = 0; i < code.size(); i++) {
      Matcher found = IMPORT.matcher(code.get(i));
      if (found.find()) {
        imports.append(found.group().strip()).append(' ');
        code.set(i, found.replaceFirst(""));
      }
    }
    return imports.toString();
  }
}
