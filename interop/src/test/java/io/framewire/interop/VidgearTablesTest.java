package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/coming-from-vidgear.md have all of vidgear's names, and name tests that there
 * are.
 */
class VidgearTablesTest {
  private static final Path ROOT = PythonEnvironment.scripts().resolve("../../../..").normalize();
  private static final Path PAGE = ROOT.resolve("docs/coming-from-vidgear.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    List<MatchResult> named = NAMED.matcher(read(PAGE)).results().toList();
    assertThat(named).hasSizeGreaterThan(30);
    List<Path> tests = tests();
    assertThat(named)
        .allSatisfy(
            test ->
                assertThat(tests)
                    .as(test.group())
                    .anyMatch(file -> declares(file, test.group(1), test.group(2))));
  }

  @Test
  @NeedsVidgear
  void everyNameOfEveryGearIsListed() {
    try (VidgearPeer vidgear = VidgearPeer.script("names.py")) {
      List<PeerLine> gears = vidgear.await("gear", 6);
      assertThat(vidgear.exitCode()).as(vidgear.tail()).isZero();
      assertThat(gears)
          .allSatisfy(
              gear ->
                  assertThat(gear.texts("names"))
                      .as(gear.text("name"))
                      .isNotEmpty()
                      .isSubsetOf(listed(gear.text("name"))));
    }
  }

  /** What is called by a name of its own in the first column of a gear's table. */
  private static Set<String> listed(String gear) {
    return read(PAGE)
        .lines()
        .dropWhile(line -> !line.equals("## " + gear))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("|"))
        .flatMap(row -> CODE.matcher(row.split("\\|")[1]).results())
        .map(code -> code.group(1))
        .collect(Collectors.toSet());
  }

  private static boolean declares(Path file, String name, String method) {
    return file.endsWith(name + ".java") && read(file).contains("  void " + method + "(");
  }

  private static List<Path> tests() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(VidgearTablesTest::files)
          .toList();
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
