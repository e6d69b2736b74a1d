package io.framewire.transport.zmq;

import io.framewire.spi.TransportRequest;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import io.framewire.wire.Pattern;
import java.nio.ByteBuffer;
import java.util.List;
import zmq.Msg;

/**
 * The empty part in front of every message of an encrypted stream, except in REQ/REP. When a
 * message finds JeroMQ's pipe full, JeroMQ decrypts its first part, throws that away, and delivers
 * the encrypted bytes in its place when there is room. So the first part is one that nobody misses.
 */
final class Lead extends Msg {
  private volatile boolean encrypted;

  Lead() {
    super(0);
  }

  /** Whether messages have one; an envelope of REQ/REP would be in front of it. */
  static boolean isUsed(TransportRequest request) {
    return request.options().security().isPresent() && request.pattern() != Pattern.REQ_REP;
  }

  /** The mechanism does this when it encrypts, which it does only after the handshake. */
  @Override
  public void transfer(ByteBuffer destination, int from, int length) {
    super.transfer(destination, from, length);
    encrypted = true;
  }

  /** Whether it is on its way to a peer that proved who it is. */
  boolean isEncrypted() {
    return encrypted;
  }

  /** The message without its lead, if it still has one. */
  static Multipart strip(Multipart message) {
    List<Part> parts = message.parts();
    return parts.size() > 1 && parts.get(0).size() == 0
        ? new Multipart(parts.subList(1, parts.size()))
        : message;
  }
}
