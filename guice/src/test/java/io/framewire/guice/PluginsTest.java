package io.framewire.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Named;
import com.google.inject.name.Names;
import io.framewire.FrameReceiver;
import io.framewire.FrameReceiverBuilder;
import io.framewire.FrameSenderBuilder;
import io.framewire.error.ConfigurationException;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.spi.CodecProvider;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Stabilizer;
import io.framewire.spi.StabilizerProvider;
import io.framewire.spi.Support;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportProvider;
import io.framewire.spi.TransportRequest;
import io.framewire.testing.MemTransportProvider;
import io.framewire.testing.PlainCodecProvider;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PluginsTest {
  private final List<String> made = new CopyOnWriteArrayList<>();

  @Test
  void openSourcesWithWhatGuiceGivesThem() {
    Injector injector = injector(framewire -> framewire.addSources().to(Darkroom.class));
    SourceFactory sources = injector.getInstance(SourceFactory.class);
    sources.open("dark:").close();
    sources.open("test:4x4").close();
    assertThat(made).containsExactly("source");
    assertThatThrownBy(() -> sources.open("clip.mp4"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("darkroom: serves dark:")
        .hasMessageContaining("test: serves test:");
  }

  @Test
  void carryTheStreamsOfTheInjector() throws Exception {
    Injector injector =
        Guice.createInjector(
            log(),
            Local.module(
                (binder, framewire) -> {
                  framewire.addCodec().to(OwnCodec.class);
                  framewire.addTransport().to(OwnTransport.class);
                  framewire.addStabilizer().to(Tripod.class);
                  framewire.addSources().to(Darkroom.class);
                  framewire.addSettings().toInstance(builder -> builder.codec("own"));
                  framewire
                      .sender("out")
                      .to("mem://PluginsTest")
                      .source("dark:")
                      .stabilized("tripod");
                  framewire.receiver("in").at("mem://PluginsTest").handler(received -> {});
                }));
    try (Streams streams = injector.getInstance(Streams.class)) {
      Local.ended(streams.start(), "in");
    }
    assertThat(made)
        .containsExactlyInAnyOrder(
            "codec", "transport", "codec", "transport", "source", "stabilizer");
  }

  @Test
  void areKnownToBuildersThatAreInjected() {
    Injector injector =
        injector(
            framewire -> {
              framewire.addCodec().to(OwnCodec.class);
              framewire.addSettings().toInstance(builder -> builder.pattern(Pattern.PUSH_PULL));
            });
    FrameSenderBuilder sender = injector.getInstance(FrameSenderBuilder.class);
    assertThat(sender).isNotSameAs(injector.getInstance(FrameSenderBuilder.class));
    sender.codec("own").to("tcp://127.0.0.1:9").build().close();
    FrameReceiverBuilder receiver = injector.getInstance(FrameReceiverBuilder.class);
    assertThatThrownBy(() -> receiver.bidirectional(true).build())
        .as("the settings are applied")
        .hasMessageContaining("pull does not");
    assertThat(made).containsExactly("codec");
  }

  @Test
  void settingsGiveWayToTheStreamsOwnOptions() {
    Injector injector =
        injector(
            framewire -> {
              framewire.addSettings().toInstance(builder -> builder.codec("none-of-this-name"));
              framewire
                  .receiver("in")
                  .at(Local.ANYWHERE)
                  .with(builder -> builder.codec("msgpack"))
                  .pulled();
            });
    try (FrameReceiver receiver = injector.getInstance(Local.receiver("in"))) {
      assertThat(receiver.endpoint().toString()).startsWith("tcp://127.0.0.1:");
    }
    assertThatThrownBy(() -> injector.getInstance(FrameReceiverBuilder.class).build())
        .hasMessageContaining("not the one asked for, none-of-this-name");
  }

  @Test
  void canBeContributedByModulesThatKnowOnlyMultibinder() {
    Module plugin =
        new AbstractModule() {
          @Override
          protected void configure() {
            Multibinder.newSetBinder(binder(), FrameSourceProvider.class)
                .addBinding()
                .to(Darkroom.class);
          }
        };
    Guice.createInjector(log(), plugin, new FramewireModule())
        .getInstance(SourceFactory.class)
        .open("dark:")
        .close();
    assertThat(made).containsExactly("source");
  }

  @Test
  void stabilizeASourceByItsOptions() {
    injector(
            framewire -> {
              framewire.addSources().to(Darkroom.class);
              framewire.addStabilizer().to(Tripod.class);
            })
        .getInstance(SourceFactory.class)
        .open("dark:", Map.of("stabilize", "true", "STABILIZER_MODE", "tripod"))
        .close();
    assertThat(made).containsExactly("source", "stabilizer");
  }

  @Test
  void areNoStabilizerUnlessNamed() {
    SourceFactory sources =
        injector(framewire -> framewire.addStabilizer().to(Tripod.class))
            .getInstance(SourceFactory.class);
    assertThatThrownBy(sources::stabilizer)
        .hasMessageContaining("tripod: not the one asked for, asw");
  }

  @Test
  void missingStabilizerSaysWhatToAdd() {
    SourceFactory sources = injector(framewire -> {}).getInstance(SourceFactory.class);
    assertThatThrownBy(sources::stabilizer).hasMessageContaining("framewire-stabilizer");
    assertThatThrownBy(() -> sources.stabilizer("asw")).hasMessageContaining("no stabilizer");
  }

  private Injector injector(Consumer<FramewireBinder> declarations) {
    return Guice.createInjector(log(), binder -> declarations.accept(FramewireBinder.of(binder)));
  }

  private Module log() {
    return binder ->
        binder
            .bind(Key.get(new TypeLiteral<List<String>>() {}, Names.named("log")))
            .toInstance(made);
  }

  static final class Darkroom implements FrameSourceProvider {
    private final List<String> log;

    @Inject
    Darkroom(@Named("log") List<String> log) {
      this.log = log;
    }

    @Override
    public String name() {
      return "darkroom";
    }

    @Override
    public Support supports(SourceRequest request) {
      return Support.when(request.hasScheme("dark"), "serves dark:");
    }

    @Override
    public FrameSource create(SourceRequest request) {
      log.add("source");
      return FrameSource.of(pool -> Optional.empty());
    }
  }

  static final class OwnCodec implements CodecProvider {
    private final List<String> log;

    @Inject
    OwnCodec(@Named("log") List<String> log) {
      this.log = log;
    }

    @Override
    public String name() {
      return "own";
    }

    @Override
    public Codec create() {
      log.add("codec");
      return new PlainCodecProvider().create();
    }
  }

  static final class OwnTransport implements TransportProvider {
    private final List<String> log;

    @Inject
    OwnTransport(@Named("log") List<String> log) {
      this.log = log;
    }

    @Override
    public String name() {
      return "own";
    }

    @Override
    public Support supports(Endpoint endpoint) {
      return new MemTransportProvider().supports(endpoint);
    }

    @Override
    public Transport create(TransportRequest request) {
      log.add("transport");
      return new MemTransportProvider().create(request);
    }
  }

  static final class Tripod implements StabilizerProvider {
    private final List<String> log;

    @Inject
    Tripod(@Named("log") List<String> log) {
      this.log = log;
    }

    @Override
    public String name() {
      return "tripod";
    }

    @Override
    public Stabilizer create() {
      log.add("stabilizer");
      return new Stabilizer() {
        @Override
        public Optional<Frame> stabilize(Frame frame, FramePool pool) {
          return Optional.of(frame);
        }

        @Override
        public Optional<Frame> flush(FramePool pool) {
          return Optional.empty();
        }

        @Override
        public void close() {}
      };
    }
  }
}
