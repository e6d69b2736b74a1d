package io.framewire.transport.zmq;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Set;

/**
 * A Unix connection that passes for one over TCP, for as long as JeroMQ asks for addresses and
 * options of TCP. No selector takes it; {@link UnixEngines} puts the connection in its place.
 */
final class UnixGuise extends SocketChannel {
  private static final SocketAddress PRETENDED = HopPass.loopback(0);

  private final SocketChannel connection;

  UnixGuise(SocketChannel connection) {
    super(connection.provider());
    this.connection = connection;
  }

  /** The connection itself; another channel is its own. */
  static SocketChannel inside(SocketChannel channel) {
    return channel instanceof UnixGuise guise ? guise.connection : channel;
  }

  /** It has one already. */
  @Override
  public boolean connect(SocketAddress remote) {
    return true;
  }

  @Override
  public boolean finishConnect() {
    return true;
  }

  @Override
  public boolean isConnected() {
    return connection.isConnected();
  }

  @Override
  public boolean isConnectionPending() {
    return false;
  }

  @Override
  public SocketAddress getRemoteAddress() {
    return PRETENDED;
  }

  @Override
  public SocketAddress getLocalAddress() {
    return PRETENDED;
  }

  @Override
  public SocketChannel bind(SocketAddress local) {
    return this;
  }

  @Override
  public <T> SocketChannel setOption(SocketOption<T> name, T value) {
    return this;
  }

  @Override
  public <T> T getOption(SocketOption<T> name) throws IOException {
    return connection.getOption(name);
  }

  @Override
  public Set<SocketOption<?>> supportedOptions() {
    return connection.supportedOptions();
  }

  @Override
  public Socket socket() {
    return connection.socket();
  }

  @Override
  public SocketChannel shutdownInput() throws IOException {
    connection.shutdownInput();
    return this;
  }

  @Override
  public SocketChannel shutdownOutput() throws IOException {
    connection.shutdownOutput();
    return this;
  }

  @Override
  public int read(ByteBuffer destination) throws IOException {
    return connection.read(destination);
  }

  @Override
  public long read(ByteBuffer[] destinations, int offset, int length) throws IOException {
    return connection.read(destinations, offset, length);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return connection.write(source);
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    return connection.write(sources, offset, length);
  }

  @Override
  protected void implCloseSelectableChannel() throws IOException {
    connection.close();
  }

  @Override
  protected void implConfigureBlocking(boolean block) throws IOException {
    connection.configureBlocking(block);
  }
}
