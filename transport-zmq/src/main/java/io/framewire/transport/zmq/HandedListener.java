package io.framewire.transport.zmq;

import io.framewire.error.TransportException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zmq.Options;
import zmq.Own;
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
 * given messages to lose, or a PAIR socket's only place. How one is added to a socket is not part
 * of JeroMQ's interface.
 */
final class HandedListener extends Listener {
  private static final Logger LOG = LoggerFactory.getLogger(HandedListener.class);

  private final String name;
  private final Pipe bell;
  private final IOObject ioObject;
  private final Queue<SocketChannel> handed = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;
  private Poller.Handle handle;

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
  static HandedListener add(SocketBase socket, String name) {
    try {
      Options options = (Options) open(Own.class.getDeclaredField("options")).get(socket);
      IOThread thread =
          (IOThread)
              open(ZObject.class.getDeclaredMethod("chooseIoThread", long.class))
                  .invoke(socket, options.affinity);
      Method launchChild = open(Own.class.getDeclaredMethod("launchChild", Own.class));
      HandedListener listener = new HandedListener(thread, socket, options, name);
      launchChild.invoke(socket, listener);
      return listener;
    } catch (ReflectiveOperationException | RuntimeException other) {
      throw new TransportException(
          "cannot bind " + name + ": this is not the JeroMQ that Framewire was made for", other);
    } catch (IOException failure) {
      throw new TransportException("cannot bind " + name + ": " + failure.getMessage(), failure);
    }
  }

  private static Field open(Field field) {
    field.setAccessible(true);
    return field;
  }

  private static Method open(Method method) {
    method.setAccessible(true);
    return method;
  }

  /** Hands over a connected channel that does not block. From any thread. */
  void hand(SocketChannel connection) {
    handed.add(connection);
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
    for (SocketChannel next = handed.poll(); next != null; next = handed.poll()) {
      serve(next);
    }
  }

  /** As JeroMQ's listener for tcp does. */
  private void serve(SocketChannel connection) {
    StreamEngine engine = new StreamEngine(connection, options, name);
    IOThread thread = chooseIoThread(options.affinity);
    SessionBase session = Sockets.createSession(thread, false, socket, options, null);
    launchChild(session);
    sendAttach(session, engine);
    socket.eventAccepted(name, connection);
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
    for (SocketChannel next = handed.poll(); next != null; next = handed.poll()) {
      Link.close(next);
    }
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
