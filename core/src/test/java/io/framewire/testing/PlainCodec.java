package io.framewire.testing;

import io.framewire.error.ProtocolException;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.wire.Message;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The smallest wire that can say everything: a letter, the data, and for arrays dtype and shape
 * with the elements behind.
 */
final class PlainCodec implements Codec {
  @Override
  public Multipart encode(Message message, FramePool pool) {
    if (message instanceof Message.FrameMessage frame) {
      char letter = frame.bidirectional() ? 'B' : 'F';
      return array(letter, frame.data(), frame.frame(), pool);
    }
    if (message instanceof Message.ArrayReply reply) {
      return array('R', Optional.empty(), reply.frame(), pool);
    }
    if (message instanceof Message.DataReply reply) {
      return heap('D', reply.data());
    }
    if (message instanceof Message.Acknowledgement words) {
      return heap('A', Optional.of(words.text()));
    }
    if (message instanceof Message.EndConfirmation words) {
      return heap('C', Optional.of(words.text()));
    }
    return heap('E', Optional.empty());
  }

  @Override
  public Message decodeFromSender(Multipart parts) {
    return decode(parts, "FBE");
  }

  @Override
  public Message decodeFromReceiver(Multipart parts) {
    return decode(parts, "RDAC");
  }

  private static Multipart heap(char letter, Optional<Object> data) {
    return Multipart.of(Part.of(header(letter, data, Optional.empty())));
  }

  private static Multipart array(char letter, Optional<Object> data, Frame frame, FramePool pool) {
    ByteBuffer header = ByteBuffer.wrap(header(letter, data, Optional.of(frame)));
    Optional<ByteBuffer> whole = frame.withHeader(header);
    if (whole.isPresent()) {
      return Multipart.of(Part.of(whole.get(), frame.block().retain()));
    }
    try (Frame copy = frame.copy(pool)) {
      return Multipart.of(Part.of(copy.withHeader(header).orElseThrow(), copy.block().retain()));
    }
  }

  private static byte[] header(char letter, Optional<Object> data, Optional<Frame> frame) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(letter);
      PlainValue.write(out, data);
      if (frame.isPresent()) {
        out.writeUTF(frame.get().dtype().str());
        out.writeByte(frame.get().rank());
        for (int length : frame.get().shape()) {
          out.writeInt(length);
        }
      }
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Message decode(Multipart parts, String letters) {
    Part part = parts.parts().get(0);
    ByteBuffer bytes = part.bytes();
    try {
      char letter = (char) bytes.get();
      if (letters.indexOf(letter) < 0) {
        throw new ProtocolException("not a message of this wire: it begins with " + (int) letter);
      }
      Optional<Object> data = PlainValue.read(bytes);
      return switch (letter) {
        case 'F', 'B' -> new Message.FrameMessage(frame(bytes, part), letter == 'B', data);
        case 'R' -> new Message.ArrayReply(frame(bytes, part));
        case 'D' -> new Message.DataReply(data);
        case 'A' -> new Message.Acknowledgement(data.map(Object::toString).orElse(""));
        case 'C' -> new Message.EndConfirmation(data.map(Object::toString).orElse(""));
        default -> new Message.End();
      };
    } catch (BufferUnderflowException shortOfBytes) {
      throw new ProtocolException("the message is too short", shortOfBytes);
    } finally {
      parts.close();
    }
  }

  private static Frame frame(ByteBuffer bytes, Part part) {
    byte[] name = new byte[bytes.getShort()];
    bytes.get(name);
    int[] shape = new int[bytes.get()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = bytes.getInt();
    }
    DType dtype = DType.parse(new String(name, StandardCharsets.UTF_8));
    return Frame.over(part.block().orElseThrow().retain(), bytes.position(), dtype, shape);
  }
}
