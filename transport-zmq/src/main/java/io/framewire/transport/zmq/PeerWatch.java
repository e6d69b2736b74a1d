package io.framewire.transport.zmq;

import io.framewire.spi.Situation;
import io.framewire.spi.Situation.State;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Pattern;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQ;
import zmq.SocketBase;
import zmq.socket.Sockets;

/** Follows what JeroMQ's I/O thread reports about connections; read by any thread. */
final class PeerWatch implements zmq.ZMQ.EventConsummer {
  private static final Logger LOG = LoggerFactory.getLogger(PeerWatch.class);
  private static final long GIVEN_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long SURELY_GIVEN_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final TransportRequest request;
  private final Admission admission;
  private final Set<Object> turnedOut = Collections.newSetFromMap(new WeakHashMap<>());
  private final Connections connections = new Connections();
  private final Doorkeeper doorkeeper;
  private final Settling settling;
  private final StateTeller teller;
  private SocketBase base;
  private IncomingMemory memory;
  private Ear nextEar;
  private volatile boolean heard;
  private boolean everConnected;
  private boolean everPeer;
  private long peersLost;
  private int eras;
  private int turnedAway;
  private int tries;
  private boolean retrying;
  private long lostAt;
  private long lastLook = System.nanoTime();

  PeerWatch(TransportRequest request, Admission admission) {
    this.request = request;
    this.admission = admission;
    this.doorkeeper = new Doorkeeper(request, connections);
    this.settling = new Settling(!request.bind());
    this.teller = new StateTeller(request.listener());
  }

  /** Makes it hear the handshakes of a socket's connections, too. */
  void watch(SocketBase socket, IncomingMemory itsMemory) {
    base = socket;
    memory = itsMemory;
    nextEar();
  }

  /** JeroMQ gives each connection the allocator that is set when the greeting has come. */
  private void nextEar() {
    nextEar = new Ear(memory, this, request.options().security().isPresent());
    base.setSocketOpt(zmq.ZMQ.ZMQ_MSG_ALLOCATOR, nextEar);
  }

  @Override
  public void consume(zmq.ZMQ.Event event) {
    LOG.debug("{}: event {} at {}", request.endpoint(), event.event, event.addr);
    switch (event.event) {
      case ZMQ.EVENT_CONNECTED, ZMQ.EVENT_ACCEPTED ->
          admit(UnixGuise.inside((SocketChannel) event.arg));
      case ZMQ.EVENT_HANDSHAKE_PROTOCOL -> greeted();
      case ZMQ.EVENT_DISCONNECTED -> ended(event.arg);
      case ZMQ.EVENT_CONNECT_RETRIED -> retried();
      default -> {}
    }
    tell();
  }

  /** One that may not be here is neither read from nor counted. */
  private void admit(SocketChannel connection) {
    if (admission.admits(connection)) {
      connected(connection);
      return;
    }
    turnedOut.add(connection);
    try {
      connection.shutdownInput();
      connection.shutdownOutput();
    } catch (IOException gone) {
      LOG.debug("{}: a stranger left by itself", request.endpoint());
    }
  }

  private void ended(Object connection) {
    if (!turnedOut.remove(connection)) {
      connections.closed(connection).ifPresent(this::disconnected);
    }
  }

  private synchronized void connected(SocketChannel channel) {
    if (connections.open() == 0) {
      eras++;
    }
    doorkeeper.came(connections.opened(channel));
    everConnected = true;
    retrying = true;
    settling.connected();
  }

  private void greeted() {
    nextEar.listenTo(connections.greeted());
    nextEar();
    settling.greeted();
  }

  /** A peer said in a plain handshake what it is. */
  void ready(Contact contact, Optional<String> socketType) {
    int mine = SocketKind.of(request.pattern(), request.role()).type();
    if (socketType.map(theirs -> Sockets.compatible(mine, theirs)).orElse(true)) {
      shookHands(contact);
    }
  }

  /** A handshake is complete. */
  void shookHands(Contact contact) {
    if (connections.shookHands(contact)) {
      peerCame();
      tell();
    }
  }

  private synchronized void peerCame() {
    everPeer = true;
    turnedAway = 0;
    tries = 0;
  }

  private synchronized void disconnected(Contact contact) {
    contact.ended();
    if (contact.peer) {
      peersLost++;
    } else {
      turnedAway++;
    }
    doorkeeper.left(contact);
    retrying = false;
    settling.disconnected();
    lostAt = System.nanoTime();
  }

  private synchronized void retried() {
    retrying = true;
    tries++;
    settling.retried();
  }

  /** Sees what no event tells; by the thread that uses the socket, now and then. */
  void look() {
    if (System.nanoTime() - lastLook < LOOK_NANOS) {
      return;
    }
    lastLook = System.nanoTime();
    // first, for a peer that has been silent since its handshake is none to be thrown out
    connections.settled(Contact.SETTLED_NANOS).forEach(this::shookHands);
    doorkeeper.look(base);
    List<Contact> stuck = connections.writeOff(STUCK_NANOS);
    if (!stuck.isEmpty()) {
      stuck.forEach(this::disconnected);
      tell();
    }
  }

  /** Whether to look often. */
  boolean isRestless() {
    return settling.is() || doorkeeper.isRestless();
  }

  /** Tells the listener if the state is another one. */
  private void tell() {
    teller.tell(this::situation);
  }

  /** Tells the listener that the peer has another pattern. */
  void incompatible(Situation found) {
    teller.tell(() -> found);
  }

  Connections connections() {
    return connections;
  }

  Settling settling() {
    return settling;
  }

  /** A message came, so the other side speaks the same. */
  void heard() {
    heard = true;
    connections.placed();
  }

  boolean hasHeard() {
    return heard;
  }

  /** How often the first connection came where none was, each time to pipes that are new. */
  synchronized int eras() {
    return eras;
  }

  /** How many of those times have ended. */
  synchronized int erasOver() {
    return connections.open() == 0 ? eras : eras - 1;
  }

  /** Whether a peer ever finished the handshake, so that it has a pattern that fits. */
  synchronized boolean everPeer() {
    return everPeer;
  }

  /**
   * Whether the peer this end connects to broke the handshake off, as one does that has another
   * pattern: either JeroMQ has given it up, or the peer left without a word more than once.
   */
  synchronized boolean turnedAway() {
    return !request.bind() && turnedAway > 0 && (hasGivenUp() || turnedAway > 1);
  }

  /** Whether JeroMQ ended the last connection for good, as it does after a refusal. */
  boolean hasGivenUp() {
    return hasGivenUp(GIVEN_UP_NANOS);
  }

  /**
   * The same, where nothing else speaks for a refusal: a busy machine's I/O thread may be late to
   * report that it tries again.
   */
  boolean hasSurelyGivenUp() {
    return hasGivenUp(SURELY_GIVEN_UP_NANOS);
  }

  private synchronized boolean hasGivenUp(long nanos) {
    boolean ended = turnedAway > 0 || peersLost > 0;
    return ended && !retrying && System.nanoTime() - lostAt > nanos;
  }

  synchronized long peersLost() {
    return peersLost;
  }

  synchronized Situation situation() {
    String where = request.endpoint().toString();
    if (connections.peers() > 0) {
      return new Situation(State.CONNECTED, "a peer is connected at " + where);
    }
    if (everPeer && tries > 1) {
      return new Situation(
          State.RETRYING, "the peer at " + where + " has gone, and nothing listens there now");
    }
    if (everConnected) {
      return new Situation(everPeer ? State.DISCONNECTED : State.WAITING, left(where));
    }
    return new Situation(
        State.WAITING,
        request.bind() ? "nobody has connected to " + where : "nothing listens at " + where);
  }

  private String left(String where) {
    if (connections.open() > 0 && !everPeer) {
      return "somebody is connected at " + where + " and has not shown to be a ZeroMQ peer";
    }
    return heard || everPeer && SocketKind.isOneWaySender(request)
        ? "the peer at " + where + " has gone"
        : "a peer connected at "
            + where
            + " and left without a word, as one does that has another pattern, "
            + (request.bind() || request.pattern() != Pattern.PAIR ? "" : "serves another peer, ")
            + (request.options().security().isPresent() ? "is not" : "is")
            + " encrypted, or sends more than maxMessageBytes, "
            + request.options().maxMessageBytes();
  }
}
