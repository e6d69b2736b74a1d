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

/** NetGear_Async's messages; keeps nothing, so it may even be shared between threads. */
final class MsgpackCodec implements Codec {
  private static final String ARRAY_WITHOUT_PART =
      "the reply announces an array, but its second part is missing";

  @Override
  public Multipart encode(Message message, FramePool pool) {
    if (message instanceof FrameMessage frame) {
      byte[] header = SenderHeader.of(frame).write();
      return Multipart.of(Part.of(header), ArrayEncoder.encode(frame.frame(), pool));
    } else if (message instanceof ArrayReply array) {
      byte[] announcement = Reply.announcement();
      return Multipart.of(Part.of(announcement), ArrayEncoder.encode(array.frame(), pool));
    } else if (message instanceof DataReply reply) {
      return single(Reply.of(reply));
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
      SenderHeader header = SenderHeader.read(SmallPart.bytes(list.get(0), "the header"));
      if (header.terminate()) {
        requireParts(list, 1, "an end message");
        return new End();
      }
      requireParts(list, 2, "a frame message");
      return new FrameMessage(
          ArrayDecoder.decode(list.get(1)), header.bidirectional(), header.data());
    }
  }

  @Override
  public Message decodeFromReceiver(Multipart parts) {
    try (parts) {
      List<Part> list = parts.parts();
      byte[] first = SmallPart.bytes(list.get(0), "the reply");
      Optional<Reply> reply = Reply.read(first);
      if (reply.isEmpty()) {
        requireParts(list, 1, "a reply of plain bytes");
        return new Acknowledgement(SmallPart.lossyText(first));
      }
      return answer(reply.get(), list);
    }
  }

  private static Message answer(Reply reply, List<Part> parts) {
    if (reply.confirmation().isPresent()) {
      requireParts(parts, 1, "a confirmation of the end");
      return new EndConfirmation(reply.confirmation().get());
    } else if (parts.size() > 1) {
      requireParts(parts, 2, "a reply that is an array");
      return new ArrayReply(ArrayDecoder.decode(parts.get(1)));
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
