package io.framewire.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code -Ppublish} makes beside the jars. */
@EnabledIfSystemProperty(
    named = "dist.published",
    matches = "true",
    disabledReason = "made by mvn verify -Ppublish only")
class ReleaseFilesTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+)");
  private static final Path TARGET = Path.of("target/bom.json");

  static List<PublishedModule> modules() throws IOException {
    return PublishedModule.all();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theSourcesOfEveryClassAreThere(PublishedModule module) throws IOException {
    Set<String> classes =
        PublishedModule.entries(module.jar()).stream()
            .filter(entry -> entry.endsWith(".class") && !entry.contains("$"))
            .filter(entry -> !entry.equals("module-info.class"))
            .map(entry -> entry.replaceFirst("\\.class$", ".java"))
            .collect(Collectors.toSet());
    assertThat(PublishedModule.entries(module.attached("sources")))
        .containsAll(classes)
        .contains("META-INF/LICENSE");
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theLinksOfTheJavadocLeadSomewhereAlsoToOtherModules(PublishedModule module)
      throws IOException {
    Map<String, Set<String>> pages = new TreeMap<>();
    for (PublishedModule each : modules()) {
      pages.put(site() + each.artifact() + "/apidocs/", PublishedModule.entries(javadoc(each)));
    }
    Path jar = javadoc(module);
    assertThat(PublishedModule.entries(jar)).contains("index.html");
    for (String link : linksToUs(jar)) {
      assertThat(pages)
          .as(link)
          .anySatisfy(
              (site, files) -> {
                assertThat(link).startsWith(site);
                assertThat(files).contains(link.substring(site.length()));
              });
    }
  }

  @Test
  void theJavadocOfTheTransportLinksToTheCores() throws IOException {
    PublishedModule transport =
        modules().stream()
            .filter(module -> module.artifact().equals("framewire-transport-zmq"))
            .findFirst()
            .orElseThrow();
    String site = site();
    assertThat(linksToUs(javadoc(transport)))
        .anyMatch(link -> link.startsWith(site + "framewire-core/apidocs/"));
  }

  private static Path javadoc(PublishedModule module) {
    return module.attached("javadoc");
  }

  private static String site() throws IOException {
    String path = "/project/properties/framewire.site";
    return Pom.read(Path.of("../pom.xml")).texts(path).get(0) + "/";
  }

  private static Set<String> linksToUs(Path jar) throws IOException {
    String site = site();
    Set<String> links = new TreeSet<>();
    for (String entry : PublishedModule.entries(jar)) {
      if (entry.endsWith(".html")) {
        Matcher found = LINK.matcher(PublishedModule.text(jar, entry));
        while (found.find()) {
          if (found.group(1).startsWith(site)) {
            links.add(found.group(1));
          }
        }
      }
    }
    return links;
  }

  @Test
  void theListOfAllComponentsHasEveryModuleAndNothingOfTheTests() throws IOException {
    Map<String, Object> list = JSON.std.mapFrom(Files.readAllBytes(Path.of("..").resolve(TARGET)));
    List<Component> components =
        ((List<?>) list.get("components")).stream().map(Component::of).toList();
    assertThat(components).extracting(Component::name).containsAll(names(modules()));
    assertThat(components).extracting(Component::name).contains("jeromq", "guice", "picocli");
    // JUnit and AssertJ are what the kit for plugins' tests is made of
    assertThat(components)
        .extracting(Component::group)
        .contains("org.junit.jupiter", "org.assertj")
        .doesNotContain("org.openjdk.jmh", "org.awaitility", "com.tngtech.archunit");
    assertThat(components)
        .allSatisfy(
            each -> {
              assertThat(each.version()).isNotEmpty();
              assertThat(each.licences()).isNotEmpty();
            });
    assertThat(list.get("metadata").toString()).doesNotContain("timestamp");
  }

  private static List<String> names(List<PublishedModule> modules) {
    return modules.stream().map(PublishedModule::artifact).toList();
  }
}
