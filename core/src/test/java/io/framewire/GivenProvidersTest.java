package io.framewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.spi.Codec;
import io.framewire.spi.CodecProvider;
import io.framewire.spi.Support;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportProvider;
import io.framewire.spi.TransportRequest;
import io.framewire.testing.MemTransportProvider;
import io.framewire.testing.PlainCodecProvider;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GivenProvidersTest {
  private final MemStream stream = new MemStream(Pattern.PUSH_PULL);
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void servesOnlyTheStreamThatItWasGivenTo() {
    CodecProvider own = new OwnCodec();
    stream.receiver().provider(own).codec("own").build().close();
    assertThat(made).hasValue(1);
    assertThatThrownBy(() -> stream.receiver().codec("own").build())
        .hasMessageContaining("plain: not the one asked for, own");
  }

  @Test
  void isChosenByItsPriority() {
    stream.sender().provider(new OwnTransport()).build().close();
    assertThat(made).hasValue(1);
  }

  @Test
  void staysOutOfTheWayWhereAnotherIsAskedForByName() {
    stream.sender().provider(new OwnTransport()).transport("mem").build().close();
    assertThat(made).hasValue(0);
  }

  private final class OwnCodec implements CodecProvider {
    @Override
    public String name() {
      return "own";
    }

    @Override
    public Codec create() {
      made.incrementAndGet();
      return new PlainCodecProvider().create();
    }
  }

  private final class OwnTransport implements TransportProvider {
    private final TransportProvider behind = new MemTransportProvider();

    @Override
    public String name() {
      return "own";
    }

    @Override
    public Support supports(Endpoint endpoint) {
      return behind.supports(endpoint);
    }

    @Override
    public Transport create(TransportRequest request) {
      made.incrementAndGet();
      return behind.create(request);
    }
  }
}
