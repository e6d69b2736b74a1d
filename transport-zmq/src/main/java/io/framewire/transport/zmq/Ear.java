package io.framewire.transport.zmq;

import java.nio.ByteBuffer;
import java.util.Optional;
import zmq.Msg;
import zmq.msg.MsgAllocator;

/**
 * Hears how far the handshake of one connection gets, which JeroMQ does not report: its decoder
 * asks for memory for each command of it. Runs on the I/O thread.
 */
final class Ear implements MsgAllocator {
  private static final int LONGEST_COMMAND = 8 << 10;

  private final IncomingMemory memory;
  private final Unfinished.Tally tally;
  private final PeerWatch watch;
  private final boolean encrypted;
  private Optional<Contact> contact = Optional.empty();
  private int commands;

  Ear(IncomingMemory memory, PeerWatch watch, boolean encrypted) {
    this.memory = memory;
    this.tally = memory.tally();
    this.watch = watch;
    this.encrypted = encrypted;
  }

  /** The connection it is on; none if that is to be thrown out. */
  void listenTo(Optional<Contact> found) {
    contact = found;
    contact.ifPresent(its -> its.countsWith(tally));
  }

  @Override
  public Msg allocate(int size) {
    int expected = encrypted ? 2 : 1;
    if (commands > expected) {
      return memory.allocate(size, tally);
    }
    commands++;
    if (commands > expected) {
      contact.ifPresent(watch::shookHands);
    } else if (encrypted && commands == expected) {
      contact.ifPresent(Contact::handshakeSeen);
    } else if (!encrypted && size >= 0 && size <= LONGEST_COMMAND) {
      return new Ready(size);
    }
    return memory.allocate(size, tally);
  }

  /** The one command of a plain handshake. */
  private final class Ready extends Msg {
    private int looks;

    Ready(int size) {
      super(size);
    }

    /** The decoder asks for it to fill it, then the mechanism to read what it says. */
    @Override
    public ByteBuffer buf() {
      looks++;
      if (looks == 2) {
        byte[] said = new byte[size()];
        super.buf().get(said);
        contact.ifPresent(found -> watch.ready(found, HandshakeProbe.socketType(said)));
      }
      return super.buf();
    }
  }
}
