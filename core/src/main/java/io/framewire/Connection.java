package io.framewire;

import io.framewire.error.FramewireException;
import io.framewire.error.ProtocolException;
import io.framewire.error.StreamTimeoutException;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.spi.CodecProvider;
import io.framewire.spi.Providers;
import io.framewire.spi.Situation;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportProvider;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Role;

/** What a conversation is held over: a codec, an open transport, and the memory of one stream. */
final class Connection {
  final StreamOptions options;
  final FramePool pool;
  final Codec codec;
  final Transport transport;

  private Connection(StreamOptions options, FramePool pool, Codec codec, Transport transport) {
    this.options = options;
    this.pool = pool;
    this.codec = codec;
    this.transport = transport;
  }

  /** Chooses the providers and binds or connects. */
  static Connection open(StreamOptions options) {
    FramePool pool = new FramePool(FramePool.DEFAULT_IDLE_BUFFERS, options.memoryLimit());
    TransportRequest request =
        new TransportRequest(
            options.endpoint(),
            options.pattern(),
            options.role(),
            options.bind(),
            pool,
            options.link(),
            0,
            situation -> {});
    Codec codec =
        Providers.load(CodecProvider.class, "codec")
            .choose(
                options.codec(),
                CodecProvider::available,
                "this stream",
                "add io.framewire:framewire-codec-msgpack")
            .create();
    Transport transport =
        Providers.load(TransportProvider.class, "transport")
            .choose(
                options.transport(),
                provider -> provider.supports(options.endpoint()),
                options.endpoint().toString(),
                "use tcp://HOST:PORT with io.framewire:framewire-transport-zmq")
            .create(request);
    return new Connection(options, pool, codec, transport);
  }

  /** The other side kept silent for the whole timeout, or was found to speak something else. */
  FramewireException silence(String missing) {
    Role other = options.role().other();
    Situation situation = transport.situation();
    if (situation.state() == Situation.State.INCOMPATIBLE) {
      return new ProtocolException(situation.words());
    }
    return new StreamTimeoutException(
        missing
            + " within "
            + options.seconds()
            + ": "
            + situation.words()
            + "; check that the "
            + (other == Role.RECEIVER ? "receiver" : "sender")
            + " runs, with pattern "
            + options.pattern().word(other)
            + ", and that host and port are the same");
  }
}
