package io.framewire.transport.zmq;

import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The TCP connections of a socket, in the order they came, and which of them are peers: those that
 * finished the handshake. JeroMQ says which connection is new and which has ended, but not which
 * one greets. If several have not greeted yet, it is taken for the youngest, for an honest peer
 * greets at once. Safe for use by several threads.
 */
final class Connections {
  private final List<Link> links = new ArrayList<>();

  synchronized Link opened(SocketChannel channel) {
    Link link = new Link(channel);
    links.add(link);
    return link;
  }

  /** The one that ended; empty if it was written off before. */
  synchronized Optional<Link> closed(Object channel) {
    Optional<Link> found = links.stream().filter(link -> link.isOf(channel)).findFirst();
    found.ifPresent(links::remove);
    return found;
  }

  /** Which connection it is that greets. */
  synchronized Optional<Link> greeted() {
    Optional<Link> youngest =
        staying().filter(link -> !link.greeted).reduce((older, younger) -> younger);
    youngest.ifPresent(link -> link.greeted = true);
    return youngest;
  }

  /** The handshake is complete; false if that is no news. */
  synchronized boolean shookHands(Link link) {
    boolean news = !link.peer && links.contains(link);
    link.peer |= news;
    return news;
  }

  synchronized int open() {
    return links.size();
  }

  synchronized int peers() {
    return (int) links.stream().filter(link -> link.peer).count();
  }

  /** Whether there is a peer that fits. */
  synchronized boolean anyPeer(Predicate<Link> fits) {
    return staying().filter(link -> link.peer).anyMatch(fits);
  }

  /** The peers have their places in the socket, for messages pass. */
  synchronized void placed() {
    staying().filter(link -> link.peer).forEach(link -> link.placed = true);
  }

  synchronized void throwOut(Predicate<Link> which) {
    staying().filter(which).forEach(Link::throwOut);
  }

  /** Those that were thrown out and never ended, now closed. */
  synchronized List<Link> writeOff(long nanos) {
    List<Link> stuck = links.stream().filter(link -> link.thrownOutBefore(nanos)).toList();
    stuck.forEach(Link::close);
    links.removeAll(stuck);
    return stuck;
  }

  /** Those that have outlasted the end of an encrypted handshake for a time. */
  synchronized List<Link> settled(long nanos) {
    return staying().filter(link -> !link.peer && link.handshakeSeenBefore(nanos)).toList();
  }

  private Stream<Link> staying() {
    return links.stream().filter(link -> !link.isThrownOut());
  }
}
