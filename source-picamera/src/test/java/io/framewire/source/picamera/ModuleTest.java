package io.framewire.source.picamera;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.spi.FrameSource;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class ModuleTest {
  @TempDir Path folder;

  @Test
  void moduleThatUsesThisOneCompilesWithoutPi4j() throws Exception {
    Path module = folder.resolve("module-info.java");
    Files.writeString(module, "module consumer { requires io.framewire.source.picamera; }");
    Path use = folder.resolve("Use.java");
    Files.writeString(
        use,
        "package consumer; class Use { Object camera ="
            + " io.framewire.source.picamera.PiCameraSource.builder().size(640, 480).hflip(true); }");
    StringWriter said = new StringWriter();
    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                new PrintWriter(said),
                new PrintWriter(said),
                "-Xlint:all",
                "-Werror",
                "-p",
                String.join(
                    File.pathSeparator,
                    place(FrameSource.class),
                    place(PiCameraSource.class),
                    place(Logger.class)),
                "-d",
                folder.resolve("classes").toString(),
                module.toString(),
                use.toString());
    assertThat(result).as(said.toString()).isZero();
  }

  private static String place(Class<?> member) throws URISyntaxException {
    return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
