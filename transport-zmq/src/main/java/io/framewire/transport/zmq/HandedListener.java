package io.framewire.transport.zmq;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQ;
import zmq.Options;
import zmq.SocketBase;
import zmq.ZObject;
import zmq.io.IOObject;
import zmq.io.IOThread;
import zmq.io.SessionBase;
import zmq.io.StreamEngine;
import zmq.io.net.Listener;
import zmq.poll.Poller;
import zmq.socket.Sockets;

/**
 * A listener of JeroMQ's that listens nowhere, but serves the connections it is handed. JeroMQ's
 * own takes whoever connects to its port for a peer, before a byte was read: a stranger would be
 * given messages to lose, or a PAIR socket's only place.
 */
final class HandedListener extends Listener {
  private static final Logger LOG = LoggerFactory.getLogger(HandedListener.class);

  private final String name;
  private final Pipe bell;
  private final IOObject ioObject;
  private final Queue<Handed> handed = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;
  private Poller.Handle handle;

  /** Makes what speaks over a connection. */
  interface EngineMaker {
    StreamEngine make(Options options, String name);
  }

  private record Handed(SocketChannel connection, EngineMaker maker) {}

  private HandedListener(IOThread thread, SocketBase socket, Options options, String name)
      throws IOException {
    super(thread, socket, options);
    this.name = name;
    this.ioObject = new IOObject(thread, this);
    this.bell = Pipe.open();
    bell.source().configureBlocking(false);
    bell.sink().configureBlocking(false);
  }

  /** Makes a socket have one. On the socket's thread. */
  static HandedListener add(ZMQ.Socket socket, String name) throws IOException {
    SocketBase base = socket.base();
    Options options = optionsOf(socket);
    IOThread thread = new ThreadChoice(base).of(options);
    HandedListener listener = new HandedListener(thread, base, options, name);
    listener.launch();
    return listener;
  }

  /** As a socket launches its own listeners, but that it is not told to be the owner. */
  private void launch() {
    sendPlug(this);
    sendOwn(socket, this);
  }

  /** JeroMQ shows a socket's options only to who chooses the channels for a listener. */
  private static Options optionsOf(ZMQ.Socket socket) {
    socket.setSelectorChooser(
        (address, options) -> {
          throw new Shown(options);
        });
    try {
      socket.bind("tcp://127.0.0.1:*");
      throw new IllegalStateException("JeroMQ did not ask for a channel to listen on");
    } catch (Shown shown) {
      return shown.options;
    }
  }

  /** Ends the binding that it was thrown in. */
  private static final class Shown extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Options options;

    Shown(Options options) {
      super("no channel is needed", null, false, false);
      this.options = options;
    }
  }

  private static final class ThreadChoice extends ZObject {
    ThreadChoice(SocketBase socket) {
      super(socket);
    }

    IOThread of(Options options) {
      return chooseIoThread(options.affinity);
    }
  }

  /** Hands over a connected channel. From any thread. */
  void hand(SocketChannel connection, EngineMaker maker) {
    handed.add(new Handed(connection, maker));
    try {
      bell.sink().write(ByteBuffer.allocate(1));
    } catch (IOException gone) {
      LOG.debug("{}: too late for a connection", name);
    }
    if (ended) {
      dropAll();
    }
  }

  @Override
  protected void processPlug() {
    ioObject.plug();
    handle = ioObject.addFd(bell.source());
    ioObject.setPollIn(handle);
  }

  @Override
  public void inEvent() {
    try {
      ByteBuffer rings = ByteBuffer.allocate(64);
      bell.source().read(rings);
    } catch (IOException failure) {
      LOG.warn("{}: cannot hear of connections: {}", name, failure.getMessage());
    }
    for (Handed next = handed.poll(); next != null; next = handed.poll()) {
      try {
        serve(next);
      } catch (RuntimeException failure) {
        LOG.warn("{}: cannot serve a connection: {}", name, failure.toString());
        Link.close(next.connection);
      }
    }
  }

  /** As JeroMQ's listener for tcp does. */
  private void serve(Handed next) {
    StreamEngine engine = next.maker.make(options, name);
    IOThread thread = chooseIoThread(options.affinity);
    SessionBase session = Sockets.createSession(thread, false, socket, options, null);
    launchChild(session);
    sendAttach(session, engine);
    socket.eventAccepted(name, next.connection);
  }

  @Override
  protected void processTerm(int linger) {
    ioObject.removeHandle(handle);
    ended = true;
    Link.close(bell.source());
    Link.close(bell.sink());
    dropAll();
    super.processTerm(linger);
  }

  private void dropAll() {
    for (Handed next = handed.poll(); next != null; next = handed.poll()) {
      Link.close(next.connection);
    }
  }

  /** The socket waits for this word, which is given for who knows their owner. */
  @Override
  protected void processDestroy() {
    sendTermAck(socket);
    super.processDestroy();
  }

  @Override
  public void destroy() {
    ioObject.unplug();
  }

  @Override
  public boolean setAddress(String address) {
    return true;
  }

  @Override
  public String getAddress() {
    return name;
  }
}
