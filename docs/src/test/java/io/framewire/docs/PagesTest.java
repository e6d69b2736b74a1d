package io.framewire.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the project's pages show is true: code compiles, commands are understood, links lead
 * somewhere.
 */
class PagesTest {
  private static final List<Page> PAGES = Pages.all();

  @Test
  void blocksOfJavaAndExamplesInJavadocCompile() {
    List<Page> javadocs = Javadocs.all();
    assertThat(javadocs).isNotEmpty();
    assertThat(PAGES.stream().mapToInt(page -> page.blocks("java").size()).sum()).isPositive();
    assertThat(JavaCheck.problems(Stream.concat(PAGES.stream(), javadocs.stream()).toList()))
        .isEmpty();
  }

  @Test
  void commandsAreUnderstood() {
    assertThat(CommandCheck.commands(PAGES)).isPositive();
    assertThat(CommandCheck.problems(PAGES)).isEmpty();
  }

  @Test
  void dependenciesExist() {
    assertThat(new XmlCheck(Pages.ROOT).problems(PAGES)).isEmpty();
  }

  @Test
  void blocksOfJsonAreWellFormed() {
    assertThat(JsonCheck.problems(PAGES)).isEmpty();
  }

  @Test
  void blocksOfPythonCompile() {
    assumeTrue(PythonCheck.isPossible(), "python3 is not on the PATH");
    assertThat(PythonCheck.problems(PAGES)).isEmpty();
  }

  @Test
  void linksLeadSomewhere() {
    assertThat(LinkCheck.problems(Pages.ROOT, PAGES)).isEmpty();
  }

  @Test
  void everyPageIsReachableFromTheFirst() {
    assertThat(LinkCheck.unreachable(Pages.ROOT, PAGES)).isEmpty();
  }

  @Test
  void messagesThatAreExplainedExist() {
    String page = Pages.read(Pages.ROOT.resolve("docs/troubleshooting.md"));
    assertThat(MessageCheck.rows(page)).hasSizeGreaterThan(40);
    assertThat(
            new MessageCheck(Pages.speaking().stream().map(Pages::read))
                .problems("docs/troubleshooting.md", page))
        .isEmpty();
  }

  @Test
  void blocksAreInLanguagesThatAreChecked() {
    assertThat(LanguageCheck.problems(PAGES)).isEmpty();
  }
}
