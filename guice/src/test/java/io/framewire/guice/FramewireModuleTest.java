package io.framewire.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import io.framewire.FrameReceiver;
import io.framewire.wire.Endpoint;
import org.junit.jupiter.api.Test;

class FramewireModuleTest {
  private final Module base =
      binder ->
          FramewireBinder.of(binder)
              .receiver("in")
              .at("tcp://no-such-host.invalid:1")
              .handler(received -> {});

  @Test
  void canBeInstalledByEveryModule() {
    Module other = binder -> FramewireBinder.of(binder).sender("out").pushed();
    Injector injector =
        Guice.createInjector(new FramewireModule(), base, other, new FramewireModule());
    assertThat(injector.getInstance(Streams.class).names()).containsExactly("in", "out");
    assertThat(new FramewireModule())
        .isEqualTo(new FramewireModule())
        .hasSameHashCodeAs(new FramewireModule())
        .isNotEqualTo(base);
  }

  @Test
  void letsATestOverrideAStream() {
    Module test = binder -> FramewireBinder.of(binder).receiver("in").at(Local.ANYWHERE).pulled();
    Injector injector = Guice.createInjector(Modules.override(base).with(test));
    try (Streams streams = injector.getInstance(Streams.class)) {
      assertThat(streams.start()).isEmpty();
      assertThat(injector.getInstance(Local.receiver("in")).endpoint().toString())
          .startsWith("tcp://127.0.0.1:");
    }
  }

  @Test
  void leavesAStreamThatIsBoundOtherwiseToWhoBoundIt() {
    try (FrameReceiver own = FrameReceiver.builder().at(Endpoint.parse(Local.ANYWHERE)).build()) {
      Module test = binder -> binder.bind(Local.receiver("in")).toInstance(own);
      Injector injector = Guice.createInjector(Modules.override(base).with(test));
      assertThat(injector.getInstance(Streams.class).names()).isEmpty();
      assertThat(injector.getInstance(Local.receiver("in"))).isSameAs(own);
    }
  }
}
