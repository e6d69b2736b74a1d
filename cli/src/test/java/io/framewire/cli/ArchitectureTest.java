package io.framewire.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.spi.Transport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md. */
class ArchitectureTest {
  private static final String[] CORE = {
    "io.framewire",
    "io.framewire.error",
    "io.framewire.internal",
    "io.framewire.frame",
    "io.framewire.wire",
    "io.framewire.spi",
    "io.framewire.source"
  };
  private static final String[] SOURCES = {
    "io.framewire.source..", "io.framewire.ffmpeg..", "io.framewire.file.."
  };
  private static final String[] ZEROMQ = {"org.zeromq..", "zmq.."};
  private static final String[] SOCKETS = {
    "java.net..", "java.nio.channels..", "org.zeromq..", "zmq.."
  };

  private static JavaClasses framewire;

  @BeforeAll
  static void importEverything() {
    framewire =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // core's tests come as a jar
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.framewire");
  }

  @Test
  void everyModuleIsLookedAt() {
    for (String name :
        new String[] {
          "tck",
          "codec.msgpack",
          "transport.zmq",
          "opencv",
          "source.opencv",
          "source.picamera",
          "stabilizer",
          "web",
          "micrometer",
          "cli"
        }) {
      assertThat(framewire.containPackage("io.framewire." + name)).as(name).isTrue();
    }
  }

  @Test
  void coreSeesNeitherZeroMqNorMsgpackNorOpenCv() {
    noClasses()
        .that(resideInAnyPackage(CORE))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.zeromq..", "zmq..", "org.msgpack..", "org.bytedeco..", "picocli.."))
        .check(framewire);
  }

  @Test
  void coreNeedsNothingButJavaAndSlf4j() {
    String[] allowed = {
      "java..", "org.slf4j..", CORE[0], CORE[1], CORE[2], CORE[3], CORE[4], CORE[5], CORE[6]
    };
    classes()
        .that(resideInAnyPackage(CORE))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed))
        .check(framewire);
  }

  @Test
  void codecNeverSeesASocket() {
    noClasses()
        .that(resideInAPackage("io.framewire.codec.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(SOCKETS))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Transport.class)
        .check(framewire);
  }

  @Test
  void transportNeverSeesAPixel() {
    noClasses()
        .that(resideInAPackage("io.framewire.transport.."))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Frame.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(DType.class)
        .orShould()
        .dependOnClassesThat(
            resideInAnyPackage("org.bytedeco..", "org.msgpack..", "io.framewire.codec.."))
        .check(framewire);
  }

  @Test
  void sourceNeverSeesATransport() {
    noClasses()
        .that(resideInAnyPackage(SOURCES))
        .should()
        .dependOnClassesThat(resideInAnyPackage(ZEROMQ))
        .orShould()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.framewire.transport..", "io.framewire.codec..", "io.framewire.wire"))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Transport.class)
        .check(framewire);
  }

  @Test
  void stabilizerKnowsFramesAndOpenCvOnly() {
    noClasses()
        .that(resideInAPackage("io.framewire.stabilizer.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(SOCKETS))
        .orShould()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.framewire",
                "io.framewire.wire",
                "io.framewire.codec..",
                "io.framewire.transport..",
                "io.framewire.source..",
                "io.framewire.file.."))
        .check(framewire);
  }

  @Test
  void pageAndMetersKnowCoreOnly() {
    noClasses()
        .that(resideInAnyPackage("io.framewire.web..", "io.framewire.micrometer.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.framewire.codec..",
                "io.framewire.transport..",
                "io.framewire.source..",
                "io.framewire.file..",
                "io.framewire.opencv..",
                "org.bytedeco.."))
        .check(framewire);
    noClasses()
        .that(resideInAPackage("io.framewire.web.."))
        .should()
        .dependOnClassesThat(resideInAPackage("io.micrometer.."))
        .check(framewire);
    noClasses()
        .that(resideInAPackage("io.framewire.micrometer.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(SOCKETS))
        .check(framewire);
  }

  @Test
  void nothingHereKnowsGuice() {
    noClasses()
        .that(resideInAPackage("io.framewire.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("com.google..", "jakarta.inject..", "javax.inject.."))
        .check(framewire);
  }

  @Test
  void onlyTheTestKitKnowsJUnitAndAssertJ() {
    noClasses()
        .that(resideInAPackage("io.framewire.."))
        .and(not(resideInAPackage("io.framewire.tck..")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.junit..", "org.assertj..", "io.framewire.tck.."))
        .check(framewire);
  }

  @Test
  void theTestKitKnowsCoreOnly() {
    noClasses()
        .that(resideInAPackage("io.framewire.tck.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.framewire.internal..",
                "io.framewire.codec..",
                "io.framewire.transport..",
                "io.framewire.opencv..",
                "io.framewire.source..",
                "io.framewire.stabilizer..",
                "io.framewire.cli.."))
        .check(framewire);
  }

  @Test
  void onlyTheZmqTransportKnowsZeroMq() {
    noClasses()
        .that(resideInAPackage("io.framewire.."))
        .and(not(resideInAPackage("io.framewire.transport.zmq..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(ZEROMQ))
        .check(framewire);
  }

  @Test
  void coresPackagesUseOnlyThoseBelowThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("io.framewire..")
        .layer("error")
        .definedBy("io.framewire.error")
        .layer("internal")
        .definedBy("io.framewire.internal")
        .layer("frame")
        .definedBy("io.framewire.frame")
        .layer("wire")
        .definedBy("io.framewire.wire")
        .layer("spi")
        .definedBy("io.framewire.spi")
        .layer("source")
        .definedBy("io.framewire.source")
        .layer("ends")
        .definedBy("io.framewire")
        .layer("others")
        .definedBy(
            "io.framewire.codec..",
            "io.framewire.transport..",
            "io.framewire.opencv..",
            "io.framewire.source.opencv..",
            "io.framewire.source.picamera..",
            "io.framewire.stabilizer..",
            "io.framewire.ffmpeg..",
            "io.framewire.file..",
            "io.framewire.web..",
            "io.framewire.micrometer..",
            "io.framewire.tck..",
            "io.framewire.cli..")
        .whereLayer("frame")
        .mayOnlyAccessLayers("error")
        .whereLayer("error")
        .mayNotAccessAnyLayer()
        .whereLayer("internal")
        .mayOnlyAccessLayers("error")
        .whereLayer("internal")
        .mayOnlyBeAccessedByLayers("source", "ends")
        .whereLayer("wire")
        .mayOnlyAccessLayers("error", "frame")
        .whereLayer("spi")
        .mayOnlyAccessLayers("error", "frame", "wire")
        .whereLayer("source")
        .mayOnlyAccessLayers("error", "internal", "frame", "spi")
        .whereLayer("ends")
        .mayOnlyAccessLayers("error", "internal", "frame", "wire", "spi", "source")
        .check(framewire);
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    slices().matching("io.framewire.(**)").should().beFreeOfCycles().check(framewire);
  }
}
