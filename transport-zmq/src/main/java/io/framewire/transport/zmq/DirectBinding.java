package io.framewire.transport.zmq;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections themselves, once they have begun to greet. */
final class DirectBinding extends Binding {
  private static final Logger LOG = LoggerFactory.getLogger(DirectBinding.class);

  DirectBinding(IpcPath place, Set<PosixFilePermission> permissions) {
    super(place, permissions);
  }

  @Override
  Links.Member member(SocketChannel unix, HandedListener inside) {
    return new Newcomer(unix, inside);
  }

  /** A connection that has still to say something. */
  private final class Newcomer implements Links.Member {
    private final SocketChannel unix;
    private final HandedListener inside;

    Newcomer(SocketChannel unix, HandedListener inside) {
      this.unix = unix;
      this.inside = inside;
    }

    @Override
    public void run() {
      boolean handed = false;
      try {
        unix.setOption(StandardSocketOptions.SO_SNDBUF, Link.BUFFER_BYTES);
        ByteBuffer first = FirstBytes.of(unix, 1);
        links.goesOn(this, unix);
        inside.hand(unix, (options, name) -> UnixEngines.of(unix, first, options, name));
        handed = true;
      } catch (IOException failure) {
        LOG.debug("{}: closed a connection: {}", place.endpoint(), failure.getMessage());
      } finally {
        if (!handed) {
          close();
        }
      }
    }

    @Override
    public void close() {
      Link.close(unix);
    }
  }

  /**
   * What JeroMQ wrote is with the peer already, and who has said nothing need not be waited for.
   */
  @Override
  public void close(Deadline deadline) {
    links.close(Deadline.in(Duration.ZERO));
  }
}
