package io.framewire.tck;

import io.framewire.frame.Block;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.spi.CodecProvider;
import io.framewire.wire.Message;
import io.framewire.wire.Message.FrameMessage;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the author of a codec says about it, and how the rules get at messages. */
abstract class CodecRules extends ProviderRules<CodecProvider> {
  /** An ordinary small picture. */
  static final int[] PICTURE = {6, 8, 3};

  CodecRules() {
    super(CodecProvider.class);
  }

  /**
   * The dtypes that the wire carries.
   *
   * @return by default numbers and truth values of every size in both byte orders, complex numbers,
   *     text, bytes, times and void
   */
  protected List<DType> dtypes() {
    return Stream.of(
            "|b1", "|u1", "|i1", "<u2", ">u2", "<i2", ">i2", "<u4", "<i4", ">i4", "<u8", "<i8",
            ">i8", "<f2", "<f4", ">f4", "<f8", ">f8", "<c8", "<c16", "|S5", "<U3", "<M8[ns]",
            "<m8[s]", "|V7")
        .map(DType::parse)
        .toList();
  }

  /**
   * The shapes that the wire carries.
   *
   * @return by default from a single element to five dimensions, and some without an element
   */
  protected List<int[]> shapes() {
    return List.of(
        new int[] {},
        new int[] {1},
        new int[] {7},
        new int[] {3, 5},
        PICTURE,
        new int[] {2, 3, 4, 2},
        new int[] {2, 1, 2, 1, 3},
        new int[] {0},
        new int[] {4, 0, 3});
  }

  /**
   * The values that go with frames and replies, as {@link Message} lists them.
   *
   * @return by default some of every kind
   */
  protected List<Object> values() {
    Map<String, Object> nested = new LinkedHashMap<>();
    nested.put("name", "a name");
    nested.put("list", List.of(1L, "two", List.of(3.5, true)));
    nested.put("map", Map.of("deep", Map.of("deeper", -1L)));
    return List.of(
        "",
        "text with ümläuts, 漢字 and 😀",
        "long ".repeat(5_000),
        0L,
        -1L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE),
        3.25,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        true,
        false,
        new byte[0],
        new byte[] {0, 1, -1, 127},
        List.of(),
        Map.of(),
        nested);
  }

  /**
   * Whether a frame's elements are sent as they are, so that they need not be copied; a wire that
   * compresses them says no.
   *
   * @return true by default
   */
  protected boolean sendsElementsAsTheyAre() {
    return true;
  }

  /**
   * How like a frame is to what it was before it was sent, where the wire does not keep every bit.
   *
   * @param sent what was sent; the kit's
   * @param received what came of it; the kit's
   * @return by default whether all bytes are the same
   */
  protected boolean alike(Frame sent, Frame received) {
    return sent.data().equals(received.data());
  }

  final Codec codec() {
    requireAvailable();
    return provider().create();
  }

  static FrameMessage frameMessage(FramePool pool, int number) {
    return new FrameMessage(picture(pool, number), false, Optional.empty());
  }

  static Frame picture(FramePool pool, int number) {
    return Contents.frame(pool, number, DType.UINT8, PICTURE);
  }

  /** What a transport would make of it at the other end: parts in blocks of the pool's. */
  static Multipart transported(Multipart sent, FramePool pool) {
    try (sent) {
      return inBlocks(bytes(sent), pool);
    }
  }

  static Multipart inBlocks(List<byte[]> parts, FramePool pool) {
    List<Part> copies = new ArrayList<>();
    for (byte[] bytes : parts) {
      Block block = pool.takeBlock(bytes.length);
      ByteBuffer target = block.slice(0, bytes.length);
      target.put(bytes).rewind();
      copies.add(Part.of(target, block));
    }
    return new Multipart(copies);
  }

  static List<byte[]> bytes(Multipart message) {
    return message.parts().stream().map(part -> Contents.of(part.bytes())).toList();
  }

  static List<byte[]> encoded(Codec codec, Message message, FramePool pool) {
    try (message;
        Multipart parts = codec.encode(message, pool)) {
      return bytes(parts);
    }
  }

  /** The other end's message. */
  static Message fromSender(Codec codec, Message message, FramePool pool) {
    try (message) {
      return codec.decodeFromSender(transported(codec.encode(message, pool), pool));
    }
  }

  static Message fromReceiver(Codec codec, Message message, FramePool pool) {
    try (message) {
      return codec.decodeFromReceiver(transported(codec.encode(message, pool), pool));
    }
  }
}
