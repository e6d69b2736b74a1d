package io.framewire.transport.zmq;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a socket, and how far it got. Guarded by the table it is in. */
final class Contact {
  /** Who outlasts the end of an encrypted handshake by as long was not refused. */
  static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final Logger LOG = LoggerFactory.getLogger(Contact.class);

  private final SocketChannel channel;
  private final long since = System.nanoTime();
  private volatile long handshakeSeen;
  private volatile Optional<Unfinished.Tally> tally = Optional.empty();
  private long thrownOut;

  /** Whether the other side has greeted as a ZMTP peer does. */
  boolean greeted;

  /** Whether the handshake is complete. */
  boolean peer;

  /** Whether it was let in at a PAIR socket, to have its only place. */
  boolean admitted;

  /** Whether it came too soon after one that was thrown out. */
  boolean echoed;

  /** Whether it was seen to have that place. */
  boolean placed;

  Contact(SocketChannel channel) {
    this.channel = channel;
  }

  boolean isOf(Object other) {
    return channel == other;
  }

  /** Whether it has had a time to shake hands, and has not. */
  boolean isStranger(long nanos) {
    return !peer && !handshakeSeenBefore(SETTLED_NANOS) && System.nanoTime() - since > nanos;
  }

  /** All that is to be seen of an encrypted handshake has come. */
  void handshakeSeen() {
    handshakeSeen = System.nanoTime();
  }

  boolean handshakeSeenBefore(long nanos) {
    return handshakeSeen != 0 && System.nanoTime() - handshakeSeen > nanos;
  }

  void countsWith(Unfinished.Tally its) {
    tally = Optional.of(its);
  }

  /** Nothing more comes from it. */
  void ended() {
    tally.ifPresent(Unfinished.Tally::forget);
  }

  boolean isThrownOut() {
    return thrownOut != 0;
  }

  boolean thrownOutBefore(long nanos) {
    return isThrownOut() && System.nanoTime() - thrownOut > nanos;
  }

  /**
   * Ends the connection without closing the channel, which is JeroMQ's: it reads the end of the
   * stream, as if the other side had gone.
   */
  void throwOut() {
    if (isThrownOut()) {
      return;
    }
    thrownOut = System.nanoTime();
    try {
      channel.shutdownOutput();
      channel.shutdownInput();
    } catch (IOException gone) {
      close();
    }
  }

  /** For one of which JeroMQ reads nothing any more, and so not the end either. */
  void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      LOG.debug("a connection that is thrown out did not close", failure);
    }
  }
}
