package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.framewire.wire.Endpoint;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a provider which says it cannot work here is not made to, and not blamed. */
class UnavailableTest {
  private static final Support MISSING = Support.no("the library is missing");

  @ParameterizedTest
  @ValueSource(classes = {Codecs.class, Sources.class, Stabilizers.class, Transports.class})
  void rulesAreSkippedWhereAProviderIsNotAvailable(Class<?> contract) {
    KitRun run = KitRun.of(contract, rule -> true);
    assertThat(run.broken()).isEmpty();
    assertThat(run.skipped()).isPositive();
  }

  private static AssertionError created() {
    return new AssertionError("created though it is not available");
  }

  static class Codecs extends CodecContract {
    @Override
    protected CodecProvider provider() {
      return new TinyCodecProvider() {
        @Override
        public Support available() {
          return MISSING;
        }

        @Override
        public Codec create() {
          throw created();
        }
      };
    }

    @Override
    protected boolean foundByServiceLoader() {
      return false;
    }
  }

  static class Sources extends FrameSourceContract {
    @Override
    protected FrameSourceProvider provider() {
      return new TinySourceProvider() {
        @Override
        public Support available() {
          return MISSING;
        }

        @Override
        public FrameSource create(SourceRequest request) {
          throw created();
        }
      };
    }

    @Override
    protected String location() {
      return "tiny:7";
    }

    @Override
    protected String badLocation() {
      return "tiny:many";
    }

    @Override
    protected boolean foundByServiceLoader() {
      return false;
    }
  }

  static class Stabilizers extends StabilizerContract {
    @Override
    protected StabilizerProvider provider() {
      return new TinyStabilizerProvider() {
        @Override
        public Support available() {
          return MISSING;
        }

        @Override
        public Stabilizer create() {
          throw created();
        }

        @Override
        public Stabilizer create(Map<String, String> options) {
          throw created();
        }
      };
    }

    @Override
    protected boolean foundByServiceLoader() {
      return false;
    }
  }

  static class Transports extends TransportContract {
    @Override
    protected TransportProvider provider() {
      return new TinyTransportProvider() {
        @Override
        public Support available() {
          return MISSING;
        }

        @Override
        public Transport create(TransportRequest request) {
          throw created();
        }
      };
    }

    @Override
    protected Endpoint endpoint() {
      return new Endpoint("mem", "unavailable");
    }

    @Override
    protected boolean foundByServiceLoader() {
      return false;
    }
  }
}
