package io.framewire.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.framewire.frame.Block;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A codec, a pool, and after each test the check that all memory came back. */
abstract class Fixture {
  final Codec codec = new MsgpackCodecProvider().create();
  final FramePool pool = new FramePool();
  private final int unpooledBefore = FramePool.unpooled().statistics().lentBlocks();

  @AfterEach
  void everyBlockCameBack() {
    assertThat(pool.statistics().lentBlocks()).isZero();
    assertThat(FramePool.unpooled().statistics().lentBlocks()).isEqualTo(unpooledBefore);
  }

  /** A part that fills a block, as a transport receives it. */
  Part inBlock(byte[] bytes) {
    Block block = pool.takeBlock(bytes.length);
    ByteBuffer content = block.slice(0, bytes.length);
    content.put(bytes).rewind();
    return Part.of(content, block);
  }

  Multipart inBlocks(List<byte[]> parts) {
    return new Multipart(parts.stream().map(this::inBlock).toList());
  }

  Frame frame(Golden golden) {
    Frame frame = pool.take(golden.dtype(), golden.shape());
    frame.data().put(golden.elements());
    return frame;
  }

  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  /** The content of the parts, which are closed. */
  static List<byte[]> bytes(Multipart parts) {
    try (parts) {
      return parts.parts().stream().map(part -> bytes(part.bytes())).toList();
    }
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /** The value with every byte array as text, so that equal ones are equal. */
  static Object comparable(Object value) {
    if (value instanceof byte[] bytes) {
      return "bytes " + HexFormat.of().formatHex(bytes);
    } else if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(comparable(element)));
      return copy;
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, entry) -> copy.put(comparable(key), comparable(entry)));
      return copy;
    }
    return value;
  }
}
