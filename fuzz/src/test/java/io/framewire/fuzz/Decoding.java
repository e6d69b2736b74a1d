package io.framewire.fuzz;

import io.framewire.codec.msgpack.MsgpackCodecProvider;
import io.framewire.error.ConfigurationException;
import io.framewire.error.ProtocolException;
import io.framewire.frame.Block;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.wire.Message;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** Decodes a message, and what could be decoded once more after it was encoded. */
final class Decoding {
  private static final int LONGEST_MESSAGE = 1000;
  private static final FramePool POOL = new FramePool(4, 16 << 20);
  private static final Codec CODEC = new MsgpackCodecProvider().create();

  private final boolean fromSender;
  private final boolean inBlocks;

  Decoding(boolean fromSender, boolean inBlocks) {
    this.fromSender = fromSender;
    this.inBlocks = inBlocks;
  }

  void of(List<byte[]> wire) {
    int size = wire.stream().mapToInt(part -> part.length).sum();
    Watch.over(size, () -> decode(wire, message -> {}));
    decode(wire, this::again);
    if (POOL.statistics().lentBlocks() != 0) {
      throw new Finding("memory was not given back: " + POOL.statistics());
    }
  }

  private void decode(List<byte[]> wire, Consumer<Message> use) {
    try (Message message = decode(inBlocks ? blocks(wire) : heap(wire))) {
      use.accept(message);
    } catch (ProtocolException refused) {
      requireWords(refused.getMessage());
    }
  }

  private Message decode(Multipart parts) {
    return fromSender ? CODEC.decodeFromSender(parts) : CODEC.decodeFromReceiver(parts);
  }

  private void again(Message message) {
    Multipart encoded;
    try {
      encoded = CODEC.encode(message, POOL);
    } catch (ConfigurationException notForVidgear) {
      requireWords(notForVidgear.getMessage());
      return;
    }
    String before = Meaning.of(message);
    try (Message second = decode(encoded)) {
      String after = Meaning.of(second);
      if (!after.equals(before)) {
        throw new Finding("decoded as " + before + ", encoded and decoded again as " + after);
      }
    } catch (ProtocolException refused) {
      throw new Finding("what was decoded and encoded is refused: " + before, refused);
    }
  }

  private static void requireWords(String words) {
    if (words.isBlank() || words.length() > LONGEST_MESSAGE) {
      throw new Finding("an error of " + words.length() + " characters: " + words);
    }
  }

  private static Multipart heap(List<byte[]> wire) {
    return new Multipart(wire.stream().map(Part::of).toList());
  }

  private static Multipart blocks(List<byte[]> wire) {
    return new Multipart(wire.stream().map(Decoding::block).toList());
  }

  /** A part that fills a block, as a transport receives it. */
  private static Part block(byte[] bytes) {
    Block block = POOL.takeBlock(bytes.length);
    ByteBuffer content = block.slice(0, bytes.length);
    content.put(bytes).rewind();
    return Part.of(content, block);
  }
}
