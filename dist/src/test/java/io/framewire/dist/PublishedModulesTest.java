package io.framewire.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people get who depend on one of the modules that the BOM names. */
class PublishedModulesTest {
  private static final List<String> METADATA =
      List.of(
          "name",
          "description",
          "url",
          "inceptionYear",
          "organization/name",
          "licenses/license/url",
          "developers/developer/name",
          "scm/connection",
          "scm/developerConnection",
          "scm/url",
          "issueManagement/url");

  static List<PublishedModule> modules() throws IOException {
    return PublishedModule.all();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void isAModuleOfItsOwnName(PublishedModule module) throws IOException {
    assertThat(nameOf(module.jar())).isEqualTo("io." + module.artifact().replace('-', '.'));
  }

  /** As the module path has it, but not from the file's name, which nobody should depend on. */
  private static String nameOf(Path jar) throws IOException {
    var descriptor = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
    try (JarFile file = new JarFile(jar.toFile())) {
      return descriptor.isAutomatic()
          ? file.getManifest().getMainAttributes().getValue("Automatic-Module-Name")
          : descriptor.name();
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void hasTheLicenceInItsJar(PublishedModule module) throws IOException {
    assertThat(PublishedModule.text(module.jar(), "META-INF/LICENSE"))
        .isEqualTo(Files.readString(Path.of("../LICENSE")));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void hasNoClassesOfItsTestsInItsJar(PublishedModule module) throws IOException {
    Set<String> tests = module.testClasses();
    assertThat(tests).isNotEmpty();
    assertThat(PublishedModule.entries(module.jar())).doesNotContainAnyElementsOf(tests);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void saysInItsPomWhatItIs(PublishedModule module) throws IOException {
    Pom pom = Pom.read(module.folder().resolve("pom.xml"));
    assertThat(pom.texts("/project/name")).singleElement().asString().startsWith("Framewire ");
    assertThat(pom.texts("/project/description")).singleElement().asString().endsWith(".");
    assertThat(pom.texts("/project/properties/maven.deploy.skip")).isEmpty();
    assertThat(pom.texts("//repositories")).isEmpty();
  }

  @Test
  void theParentAndTheBomSayTheRestAlike() throws IOException {
    Pom parent = Pom.read(Path.of("../pom.xml"));
    Pom bom = Pom.read(Path.of("../bom/pom.xml"));
    for (String each : METADATA) {
      assertThat(parent.texts("/project/" + each)).as(each).hasSize(1).doesNotContain("");
      if (!each.equals("name") && !each.equals("description")) {
        assertThat(bom.texts("/project/" + each))
            .as(each)
            .isEqualTo(parent.texts("/project/" + each));
      }
    }
    for (String property : List.of("framewire.site", "framewire.scm", "framewire.issues")) {
      String path = "/project/properties/" + property;
      assertThat(bom.texts(path)).as(property).hasSize(1).isEqualTo(parent.texts(path));
    }
  }

  @Test
  void everyModuleIsEitherInTheBomOrNeverDeployed() throws IOException {
    Set<String> notDeployed = new TreeSet<>();
    Set<String> deployed = new TreeSet<>();
    for (String folder : Pom.read(Path.of("../pom.xml")).texts("/project/modules/module")) {
      Pom pom = Pom.read(Path.of("..", folder, "pom.xml"));
      String artifact = pom.texts("/project/artifactId").get(0);
      boolean skipped = pom.texts("/project/properties/maven.deploy.skip").contains("true");
      (skipped ? notDeployed : deployed).add(artifact);
    }
    Set<String> published = new TreeSet<>(Set.of("framewire-bom"));
    modules().forEach(module -> published.add(module.artifact()));
    assertThat(deployed).isEqualTo(published);
    assertThat(notDeployed).contains("framewire-dist", "framewire-interop");
  }
}
