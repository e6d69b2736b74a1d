package io.framewire.transport.zmq;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Java's own channels, but for the ones that JeroMQ connects with. */
final class HopProvider extends SelectorProvider {
  /** Makes the channel for one attempt to connect; throws if it would be in vain. */
  interface Attempt {
    SocketChannel open() throws IOException;
  }

  private final SelectorProvider usual = SelectorProvider.provider();
  private final Attempt attempt;

  HopProvider(Attempt attempt) {
    this.attempt = attempt;
  }

  @Override
  public SocketChannel openSocketChannel() throws IOException {
    return attempt.open();
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() throws IOException {
    return usual.openServerSocketChannel();
  }

  @Override
  public DatagramChannel openDatagramChannel() throws IOException {
    return usual.openDatagramChannel();
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
    return usual.openDatagramChannel(family);
  }

  @Override
  public Pipe openPipe() throws IOException {
    return usual.openPipe();
  }

  @Override
  public AbstractSelector openSelector() throws IOException {
    return usual.openSelector();
  }
}
