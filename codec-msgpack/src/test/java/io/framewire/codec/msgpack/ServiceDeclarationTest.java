package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.spi.CodecProvider;
import io.framewire.spi.Providers;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceDeclarationTest {
  @Test
  void isFoundByItsName() {
    assertThat(Providers.load(CodecProvider.class, "codec").all())
        .singleElement()
        .isInstanceOf(MsgpackCodecProvider.class)
        .extracting(CodecProvider::name)
        .isEqualTo("msgpack");
  }

  @Test
  void moduleAndServiceFileAgree() throws IOException, URISyntaxException {
    Path classes =
        Path.of(
            MsgpackCodecProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ModuleDescriptor module =
        ModuleFinder.of(classes).find("io.framewire.codec.msgpack").orElseThrow().descriptor();
    Path file = classes.resolve("META-INF/services").resolve(CodecProvider.class.getName());
    assertThat(module.provides())
        .singleElement()
        .satisfies(
            provides -> {
              assertThat(provides.service()).isEqualTo(CodecProvider.class.getName());
              assertThat(provides.providers()).isEqualTo(Files.readAllLines(file));
            });
    assertThat(module.packages()).isEqualTo(Set.of(MsgpackCodecProvider.class.getPackageName()));
  }
}
