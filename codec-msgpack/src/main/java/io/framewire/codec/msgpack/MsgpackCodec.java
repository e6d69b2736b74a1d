package io.framewire.codec.msgpack;

import io.framewire.error.ProtocolException;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.wire.Message;
import io.framewire.wire.Message.Acknowledgement;
import io.framewire.wire.Message.ArrayReply;
import io.framewire.wire.Message.DataReply;
import io.framewire.wire.Message.End;
import io.framewire.wire.Message.EndConfirmation;
import io.framewire.wire.Message.FrameMessage;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.util.List;
import java.util.Optional;

/**
 * NetGear_Async's messages. It keeps how the last array was described and what the last
 * acknowledgement said, for the next are alike; that changes nothing but the cost, so it may even
 * be shared between threads.
 */
final class MsgpackCodec implements Codec {
  private static final String ARRAY_WITHOUT_PART =
      "the reply announces an array, but its second part is missing";

  private static final Optional<Message> NOTHING = Optional.of(new DataReply(Optional.empty()));

  /** The last acknowledgement, which a receiver repeats to the letter. */
  private record Heard(KnownPart part, Optional<Message> message) {}

  private Optional<Heard> heard = Optional.empty();
  private final ArrayEncoder encoder = new ArrayEncoder();
  private final ArrayDecoder decoder = new ArrayDecoder();

  @Override
  public Multipart encode(Message message, FramePool pool) {
    if (message instanceof FrameMessage frame) {
      return Multipart.of(SenderHeader.of(frame), encoder.encode(frame.frame(), pool));
    } else if (message instanceof ArrayReply array) {
      byte[] announcement = Reply.announcement();
      return Multipart.of(Part.of(announcement), encoder.encode(array.frame(), pool));
    } else if (message instanceof DataReply reply) {
      return Multipart.of(Reply.of(reply));
    } else if (message instanceof End) {
      return single(SenderHeader.end());
    } else if (message instanceof EndConfirmation confirmation) {
      return single(Reply.of(confirmation));
    }
    return single(Utf8.encode(((Acknowledgement) message).text()));
  }

  @Override
  public Message decodeFromSender(Multipart parts) {
    try (parts) {
      List<Part> list = parts.parts();
      SenderHeader header = SenderHeader.read(list.get(0));
      if (header.terminate()) {
        requireParts(list, 1, "an end message");
        return new End();
      }
      requireParts(list, 2, "a frame message");
      return new FrameMessage(decoder.decode(list.get(1)), header.bidirectional(), header.data());
    }
  }

  @Override
  public Message decodeFromReceiver(Multipart parts) {
    try (parts) {
      List<Part> list = parts.parts();
      if (list.size() == 1) {
        Optional<Message> known = known(list.get(0));
        if (known.isPresent()) {
          return known.get();
        }
      }
      byte[] first = SmallPart.bytes(list.get(0), "the reply");
      Optional<Reply> reply = Reply.read(first);
      if (reply.isEmpty()) {
        requireParts(list, 1, "a reply of plain bytes");
        Message words = new Acknowledgement(SmallPart.lossyText(first));
        heard = Optional.of(new Heard(new KnownPart(first), Optional.of(words)));
        return words;
      }
      return answer(reply.get(), list);
    }
  }

  /** What a part says, where that needs no reading. */
  private Optional<Message> known(Part part) {
    Optional<Heard> before = heard;
    if (before.isPresent() && before.get().part().is(part)) {
      return before.get().message();
    }
    return Reply.isNothing(part) ? NOTHING : Optional.empty();
  }

  private Message answer(Reply reply, List<Part> parts) {
    if (reply.confirmation().isPresent()) {
      requireParts(parts, 1, "a confirmation of the end");
      return new EndConfirmation(reply.confirmation().get());
    } else if (parts.size() > 1) {
      requireParts(parts, 2, "a reply that is an array");
      return new ArrayReply(decoder.decode(parts.get(1)));
    } else if (reply.announcesArray()) {
      throw new ProtocolException(ARRAY_WITHOUT_PART);
    }
    return new DataReply(reply.data());
  }

  private static void requireParts(List<Part> parts, int expected, String what) {
    if (parts.size() != expected) {
      throw new ProtocolException(
          what + " came in " + parts.size() + " part(s), not the " + expected + " it has");
    }
  }

  private static Multipart single(byte[] bytes) {
    return Multipart.of(Part.of(bytes));
  }
}
