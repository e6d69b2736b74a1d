package io.framewire.fuzz;

import java.util.ArrayList;
import java.util.List;

/** What a stranger says over TCP: anything, ZMTP gone wrong, or good ZMTP with a fuzzed message. */
final class Conversation {
  /**
   * What a stranger says.
   *
   * @param handshake after which it waits for the other side's, as ZMTP wants; empty for none
   * @param rest what it says then
   */
  record Words(byte[] handshake, byte[] rest) {}

  private static final int MOST_ITEMS = 12;
  private static final byte[] NOTHING = {};

  private final Input in;
  private final List<byte[]> envelope;

  /** The envelope is what stands in front of a message's parts in its pattern. */
  Conversation(Input in, List<byte[]> envelope) {
    this.in = in;
    this.envelope = envelope;
  }

  /** All of it, from the first byte of the connection on. */
  Words fromTheFirstByte(String type) {
    int kind = in.below(8);
    if (kind == 1) {
      return new Words(NOTHING, in.rest());
    }
    byte[] handshake = new Zmtp().handshake(type).toBytes();
    if (kind == 2) {
      return new Words(NOTHING, spoiled(handshake).raw(afterTheHandshake()).toBytes());
    }
    return new Words(handshake, afterTheHandshake());
  }

  /** What follows a handshake. */
  byte[] afterTheHandshake() {
    Zmtp out = new Zmtp();
    if (in.flag()) {
      out.message(message());
    } else {
      items(out);
    }
    return out.toBytes();
  }

  private Zmtp spoiled(byte[] handshake) {
    handshake[in.u8() % handshake.length] = (byte) in.u8();
    return new Zmtp().raw(handshake);
  }

  private List<byte[]> message() {
    List<byte[]> parts = new ArrayList<>(envelope);
    parts.addAll(Messages.of(in));
    return parts;
  }

  private void items(Zmtp out) {
    int items = in.below(MOST_ITEMS);
    for (int item = 0; item < items; item++) {
      item(out);
    }
    out.raw(in.rest());
  }

  private void item(Zmtp out) {
    switch (in.below(12)) {
      case 0 -> out.command("PING", in.content(in.below(40)));
      case 1 -> out.command("PONG", in.content(in.below(40)));
      case 2 -> out.command("ERROR", in.content(in.u8()));
      case 3 -> out.command("READY", ready());
      case 4 -> out.command(in.pick("SUBSCRIBE", "CANCEL", "HELLO", ""), in.content(in.u8()));
      case 5 -> out.frame(Zmtp.COMMAND | in.u8(), in.content(in.u8()));
      case 6 -> out.head(in.u8() & ~Zmtp.LONG, new Values(in).number()).raw(in.content(in.u8()));
      case 7 -> chain(out, in.u16() % 4000, in.content(in.u8()));
      case 8 -> out.frame(in.u8(), in.content(in.u16()));
      case 9 -> out.frame(in.flag(), NOTHING);
      case 10 -> out.message(message());
      default -> out.frame(in.flag(), in.content(in.u8()));
    }
  }

  private byte[] ready() {
    return in.flag()
        ? Zmtp.property(in.pick("Socket-Type", "Identity", "X"), in.pick("PUSH", "REQ", ""))
        : in.content(in.u8());
  }

  /** A message of many parts, which perhaps never ends. */
  private void chain(Zmtp out, int parts, byte[] body) {
    for (int part = 0; part < parts; part++) {
      out.frame(true, body);
    }
    if (in.flag()) {
      out.frame(false, body);
    }
  }
}
