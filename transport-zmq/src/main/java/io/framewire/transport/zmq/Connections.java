package io.framewire.transport.zmq;

import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The connections of a socket, in the order they came, and which of them are peers: those that
 * finished the handshake. JeroMQ says which connection is new and which has ended, but not which
 * one greets. If several have not greeted yet, it is taken for the youngest, for an honest peer
 * greets at once. So a stranger that comes in the moment between a peer's connection and its
 * greeting is taken for the peer, and the peer for a stranger, to be thrown out in its time; it
 * comes back by itself, without what was on its way. To spare all that are in doubt would be worse:
 * whoever idles beside a peer could keep its place, and a share of the messages, which are lost.
 * Safe for use by several threads.
 */
final class Connections {
  private final List<Contact> contacts = new ArrayList<>();
  // asked about for each message, so neither may cost a lock
  private volatile int peers;
  private volatile boolean anyUnplaced;

  synchronized Contact opened(SocketChannel channel) {
    Contact contact = new Contact(channel);
    contacts.add(contact);
    return contact;
  }

  /** The one that ended; empty if it was written off before. */
  synchronized Optional<Contact> closed(Object channel) {
    Optional<Contact> found =
        contacts.stream().filter(contact -> contact.isOf(channel)).findFirst();
    found.ifPresent(contacts::remove);
    countPeers();
    return found;
  }

  /** Which connection it is that greets. */
  synchronized Optional<Contact> greeted() {
    Optional<Contact> youngest =
        staying().filter(contact -> !contact.greeted).reduce((older, younger) -> younger);
    youngest.ifPresent(contact -> contact.greeted = true);
    return youngest;
  }

  /** The handshake is complete; false if that is no news. */
  synchronized boolean shookHands(Contact contact) {
    boolean news = !contact.peer && contacts.contains(contact);
    contact.peer |= news;
    anyUnplaced |= news;
    countPeers();
    return news;
  }

  synchronized int open() {
    return contacts.size();
  }

  int peers() {
    return peers;
  }

  private void countPeers() {
    peers = (int) contacts.stream().filter(contact -> contact.peer).count();
  }

  /** Whether there is a peer that fits. */
  synchronized boolean anyPeer(Predicate<Contact> fits) {
    for (Contact contact : contacts) {
      if (contact.peer && !contact.isThrownOut() && fits.test(contact)) {
        return true;
      }
    }
    return false;
  }

  /** The peers have their places in the socket, for messages pass. */
  void placed() {
    if (anyUnplaced) {
      placeAll();
    }
  }

  private synchronized void placeAll() {
    staying().filter(contact -> contact.peer).forEach(contact -> contact.placed = true);
    anyUnplaced = false;
  }

  synchronized void throwOut(Predicate<Contact> which) {
    for (Contact contact : contacts) {
      if (!contact.isThrownOut() && which.test(contact)) {
        contact.throwOut();
      }
    }
  }

  /** Those that were thrown out and never ended, now closed. */
  synchronized List<Contact> writeOff(long nanos) {
    List<Contact> stuck = filter(contact -> contact.thrownOutBefore(nanos));
    if (!stuck.isEmpty()) {
      stuck.forEach(Contact::close);
      contacts.removeAll(stuck);
      countPeers();
    }
    return stuck;
  }

  /** Those that have outlasted the end of an encrypted handshake for a time. */
  synchronized List<Contact> settled(long nanos) {
    return filter(
        contact -> !contact.isThrownOut() && !contact.peer && contact.handshakeSeenBefore(nanos));
  }

  /** Nearly always none: asked 200 times a second. */
  private List<Contact> filter(Predicate<Contact> which) {
    List<Contact> found = List.of();
    for (Contact contact : contacts) {
      if (which.test(contact)) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(contact);
      }
    }
    return found;
  }

  private Stream<Contact> staying() {
    return contacts.stream().filter(contact -> !contact.isThrownOut());
  }
}
