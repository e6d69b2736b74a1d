package io.framewire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.error.ConfigurationException;
import io.framewire.wire.Pattern;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BuilderTest {
  private final MemStream stream = new MemStream(Pattern.PAIR);

  @Test
  void namesTheOptionTheValueAndTheRemedy() {
    refuses(
        () -> stream.sender().timeout(Duration.ofNanos(1)).build(), "timeout is PT0.000000001S");
    refuses(() -> stream.sender().timeout(Duration.ofDays(2)).build(), "1 ms to a day");
    refuses(() -> stream.sender().timeout(Duration.ofSeconds(-1)).build(), "timeout is PT-1S");
    refuses(() -> stream.sender().frames(0).build(), "frames is 0: use 1 or more");
    refuses(() -> stream.sender().rate(-1).build(), "rate is -1.0");
    refuses(() -> stream.sender().rate(Double.NaN).build(), "rate is NaN");
    refuses(() -> stream.sender().memoryLimit(0).build(), "memoryLimit is 0");
    refuses(() -> stream.receiver().maxMessageBytes(0).build(), "maxMessageBytes is 0");
    refuses(() -> stream.receiver().maxMessageBytes(1L << 31).build(), "maxMessageBytes");
    refuses(() -> stream.receiver().highWaterMark(0).build(), "highWaterMark is 0");
    refuses(() -> stream.receiver().at("nowhere"), "endpoint \"nowhere\"");
  }

  @Test
  void refusesBidirectionalModeInThePatternsWithoutAnswers() {
    MemStream oneWay = new MemStream(Pattern.PUB_SUB);
    refuses(() -> oneWay.sender().bidirectional(true).build(), "pub does not: use pair or req");
    refuses(() -> oneWay.receiver().bidirectional(true).build(), "sub does not: use pair or rep");
  }

  @Test
  void saysWhichProvidersThereAreAndWhatToAdd() {
    refuses(
        () -> FrameSender.builder().to("carrier-pigeon://roof").codec("plain").build(),
        "no transport for carrier-pigeon://roof");
    refuses(
        () -> FrameSender.builder().to("carrier-pigeon://roof").codec("plain").build(),
        "mem: serves mem://NAME in tests");
    refuses(
        () -> FrameSender.builder().to("tcp://localhost:1").codec("plain").build(),
        "io.framewire:framewire-transport-zmq");
    refuses(() -> stream.sender().codec("morse").build(), "plain: not the one asked for, morse");
    refuses(() -> stream.sender().codec("morse").build(), "io.framewire:framewire-codec-msgpack");
    refuses(() -> stream.sender().transport("pigeon").build(), "not the one asked for, pigeon");
  }

  @Test
  void takesZeroForTheDefaultTimeout() {
    stream.receiver().timeout(Duration.ZERO).build().close();
  }

  private static void refuses(ThrowingCallable call, String words) {
    assertThatThrownBy(call).isInstanceOf(ConfigurationException.class).hasMessageContaining(words);
  }
}
