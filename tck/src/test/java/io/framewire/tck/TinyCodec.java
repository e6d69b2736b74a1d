package io.framewire.tck;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import io.framewire.error.ProtocolException;
import io.framewire.frame.Block;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
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
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A letter and a value; for arrays a second part with dtype, shape and the elements. */
final class TinyCodec implements Codec {
  private static final byte FRAME = 1;
  private static final byte DIALOG_FRAME = 2;
  private static final byte END = 3;
  private static final byte ARRAY = 4;
  private static final byte WORDS = 5;
  private static final byte CONFIRMATION = 6;
  private static final byte DATA = TinyValues.LIST;
  private static final int MOST_DIMENSIONS = 32;

  private final CodecFlaw flaw;
  private final TinyValues values;
  private final byte[] onePlace = new byte[100_000];
  private boolean upset;

  TinyCodec(CodecFlaw flaw) {
    this.flaw = flaw;
    this.values = new TinyValues(flaw);
  }

  @Override
  public Multipart encode(Message message, FramePool pool) {
    if (message instanceof FrameMessage frame) {
      byte letter = frame.bidirectional() ? DIALOG_FRAME : FRAME;
      return Multipart.of(head(letter, frame.data()), array(frame.frame(), pool));
    } else if (message instanceof ArrayReply array) {
      return Multipart.of(head(ARRAY, Optional.empty()), array(array.frame(), pool));
    } else if (message instanceof DataReply reply) {
      return Multipart.of(head(DATA, reply.data()));
    } else if (message instanceof Acknowledgement words) {
      return Multipart.of(head(WORDS, Optional.of(words.text())));
    } else if (message instanceof EndConfirmation words) {
      boolean likeAFrame = flaw == CodecFlaw.CONFIRMS_THE_END_LIKE_A_FRAME;
      return Multipart.of(head(likeAFrame ? WORDS : CONFIRMATION, Optional.of(words.text())));
    }
    return Multipart.of(head(END, Optional.empty()));
  }

  private Part head(byte letter, Optional<Object> value) {
    byte[] bytes = values.written(letter, upset ? Optional.of("upset") : value);
    if (flaw == CodecFlaw.GIVES_LARGER_BUFFERS) {
      ByteBuffer larger = ByteBuffer.allocate(bytes.length + 1).put(bytes).flip();
      return new Part(larger, Optional.empty());
    }
    if (flaw == CodecFlaw.WRITES_ALL_HEADERS_TO_ONE_PLACE && bytes.length < onePlace.length) {
      System.arraycopy(bytes, 0, onePlace, 0, bytes.length);
      return new Part(ByteBuffer.wrap(onePlace, 0, bytes.length).slice(), Optional.empty());
    }
    return Part.of(bytes);
  }

  private Part array(Frame frame, FramePool pool) {
    if (flaw == CodecFlaw.CHANGES_THE_FRAME && frame.byteSize() > 0) {
      frame.data().put(0, (byte) (frame.data().get(0) + 1));
    }
    ByteBuffer header = ByteBuffer.wrap(description(frame));
    Optional<ByteBuffer> whole =
        flaw == CodecFlaw.ALWAYS_COPIES ? Optional.empty() : frame.withHeader(header);
    if (whole.isPresent() && flaw == CodecFlaw.DOES_NOT_RETAIN_WHAT_IT_SENDS) {
      return new Part(whole.get(), Optional.empty());
    }
    if (whole.isPresent()) {
      Block block = frame.block().retain();
      return Part.of(
          whole.get(), flaw == CodecFlaw.RETAINS_ONCE_TOO_OFTEN ? block.retain() : block);
    }
    return copy(header, frame, pool);
  }

  private Part copy(ByteBuffer header, Frame frame, FramePool pool) {
    int size = header.remaining() + frame.byteSize();
    ByteBuffer elements =
        flaw == CodecFlaw.SENDS_FROM_THE_FIRST_ROW
            ? frame.block().slice(FramePool.HEADROOM, frame.byteSize())
            : frame.data();
    Block block = pool.takeBlock(size);
    ByteBuffer target = block.slice(0, size);
    target.put(header).put(elements).rewind();
    return Part.of(target, block);
  }

  private static byte[] description(Frame frame) {
    byte[] dtype = frame.dtype().str().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(2 + dtype.length + Integer.BYTES * frame.rank());
    bytes.put((byte) dtype.length).put(dtype).put((byte) frame.rank());
    for (int length : frame.shape()) {
      bytes.putInt(length);
    }
    return bytes.array();
  }

  @Override
  public Message decodeFromSender(Multipart parts) {
    return decode(parts, List.of(FRAME, DIALOG_FRAME, END));
  }

  @Override
  public Message decodeFromReceiver(Multipart parts) {
    return decode(parts, List.of(ARRAY, DATA, WORDS, CONFIRMATION));
  }

  private Message decode(Multipart parts, List<Byte> letters) {
    try {
      Message message = read(parts.parts(), letters);
      parts.close();
      return message;
    } catch (FramewireException | BufferUnderflowException bad) {
      upset = flaw == CodecFlaw.STAYS_UPSET;
      if (flaw != CodecFlaw.KEEPS_WHAT_IT_REFUSES) {
        parts.close();
      }
      if (flaw == CodecFlaw.LETS_EXCEPTIONS_OUT) {
        throw bad;
      }
      throw bad instanceof ProtocolException ? bad : new ProtocolException("cut off", bad);
    }
  }

  private Message read(List<Part> parts, List<Byte> letters) {
    ByteBuffer head = parts.get(0).bytes().duplicate();
    byte letter = head.get();
    if (!letters.contains(letter)) {
      throw new ProtocolException("a message that begins with " + letter + " is not tiny");
    }
    Optional<Object> value = values.read(head);
    boolean array = letter == FRAME || letter == DIALOG_FRAME || letter == ARRAY;
    if (parts.size() < (array ? 2 : 1)
        || parts.size() > (array ? 2 : 1) && flaw != CodecFlaw.PASSES_OVER_PARTS) {
      throw new ProtocolException("the message has " + parts.size() + " parts");
    }
    return switch (letter) {
      case FRAME, DIALOG_FRAME ->
          new FrameMessage(frame(parts.get(1)), letter == DIALOG_FRAME, data(value));
      case ARRAY -> new ArrayReply(frame(parts.get(1)));
      case END -> new End();
      case CONFIRMATION -> new EndConfirmation(value.toString());
      case WORDS ->
          flaw == CodecFlaw.TAKES_WORDS_FOR_DATA
              ? new DataReply(value)
              : new Acknowledgement(value.toString());
      default -> new DataReply(value);
    };
  }

  private Optional<Object> data(Optional<Object> value) {
    return value.isEmpty() && flaw == CodecFlaw.INVENTS_DATA ? Optional.of("") : value;
  }

  private Frame frame(Part part) {
    ByteBuffer bytes = part.bytes().duplicate();
    byte[] name = new byte[Math.max(0, bytes.get())];
    bytes.get(name);
    String dtype = new String(name, StandardCharsets.UTF_8);
    int[] shape = new int[Math.min(MOST_DIMENSIONS, Math.max(0, bytes.get()))];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = bytes.getInt();
    }
    boolean forgets = flaw == CodecFlaw.FORGETS_THE_BYTE_ORDER;
    return elements(bytes, DType.parse(forgets ? dtype.replace('>', '<') : dtype), shape);
  }

  private Frame elements(ByteBuffer bytes, DType dtype, int[] shape) {
    if (flaw == CodecFlaw.TAKES_SHORT_FRAMES && Arrays.equals(shape, CodecRules.PICTURE)) {
      Frame frame = FramePool.unpooled().take(dtype, shape);
      ByteBuffer target = frame.data();
      target.put(bytes.slice(bytes.position(), Math.min(bytes.remaining(), frame.byteSize())));
      return frame;
    }
    try {
      return Frame.copyOf(bytes, dtype, shape);
    } catch (ConfigurationException impossible) {
      throw new ProtocolException("an impossible array", impossible);
    }
  }
}
