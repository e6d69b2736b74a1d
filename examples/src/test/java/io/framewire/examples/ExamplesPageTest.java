package io.framewire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page {@code docs/examples.md} shows the programs as they are, and all of them. */
class ExamplesPageTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path JAVA = Path.of("src/main/java/io/framewire/examples");
  private static final Path PYTHON = Path.of("python");
  private static final List<String> HELPERS =
      List.of("Examples.java", "Screen.java", "package-info.java");
  private static final int MOST_LINES = 80;

  private static final Pattern SECTION = Pattern.compile("^## .*?(?=^## |\\z)", multiline());
  private static final Pattern BLOCK =
      Pattern.compile("^```(java|python|sh)\n(.*?)^```$", multiline());
  private static final Pattern LINK = Pattern.compile("\\]\\((\\.\\./examples/[^)]+\\.\\w+)\\)");

  static Stream<Path> programs() {
    return Stream.of(JAVA, PYTHON)
        .flatMap(ExamplesPageTest::files)
        .filter(file -> !HELPERS.contains(file.getFileName().toString()));
  }

  static Stream<String> sections() {
    return SECTION.matcher(text(DOCS.resolve("examples.md"))).results().map(MatchResult::group);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void programIsShownAndSmall(Path program) {
    assertThat(sections().flatMap(section -> linked(section).stream()))
        .as("links to the programs")
        .contains(program.normalize());
    assertThat(text(program).lines().count()).isLessThanOrEqualTo(MOST_LINES);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void programIsRunByItsName(Path program) {
    String name = program.getFileName().toString();
    String command =
        name.endsWith(".py")
            ? "python3 examples/python/" + name
            : "examples/run " + name.replace(".java", "");
    assertThat(text(program)).contains(command);
    assertThat(sections().flatMap(section -> blocks(section, "sh")))
        .anyMatch(block -> block.contains(command));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void codeOfSectionStandsLikeThatInAFileThatItNames(String section) {
    List<String> files = linked(section).stream().map(ExamplesPageTest::text).toList();
    assertThat(Stream.concat(blocks(section, "java"), blocks(section, "python")))
        .isNotEmpty()
        .allSatisfy(block -> assertThat(files).anyMatch(file -> shows(file, block)));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void commandsOfSectionAreThoseOfItsProgram(String section) {
    String javadoc =
        String.join("\n", linked(section).stream().map(ExamplesPageTest::text).toList());
    assertThat(blocks(section, "sh").flatMap(String::lines))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(javadoc).contains(" * " + line + "\n"));
  }

  @Test
  void changedCodeIsNoticed() {
    String file = "class A {\n  void b() {\n    c();\n  }\n}\n";
    assertThat(shows(file, "void b() {\n  c();\n}\n")).isTrue();
    assertThat(shows(file, "void b() {\n  d();\n}\n")).isFalse();
    assertThat(shows(file, "void b() {\nc();\n}\n")).isFalse();
  }

  /** Whether the block's lines stand in the file, all indented by the same. */
  private static boolean shows(String file, String block) {
    return Stream.of("", "  ", "    ").anyMatch(by -> file.contains(indented(block, by)));
  }

  private static String indented(String block, String by) {
    return "\n".concat(block).replaceAll("\n(?=[^\n])", Matcher.quoteReplacement("\n" + by));
  }

  private static Stream<String> blocks(String section, String language) {
    return BLOCK
        .matcher(section)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2));
  }

  private static List<Path> linked(String section) {
    return LINK.matcher(section)
        .results()
        .map(link -> Path.of(link.group(1).replace("../examples/", "")))
        .toList();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int multiline() {
    return Pattern.MULTILINE | Pattern.DOTALL;
  }
}
