package io.framewire.interop;

import io.framewire.frame.Block;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.spi.CodecProvider;
import io.framewire.spi.Providers;
import io.framewire.wire.Message;
import io.framewire.wire.Message.FrameMessage;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Framewire's codec for single arrays, without a conversation around them. */
final class JavaCodec {
  private final Codec codec =
      Providers.load(CodecProvider.class, "codec").all().stream()
          .findFirst()
          .orElseThrow()
          .create();
  private final FramePool pool = FramePool.unpooled();
  private final byte[] header;

  JavaCodec() {
    try (Frame any = pool.take(DType.UINT8, 1);
        Multipart parts = encode(any)) {
      header = bytes(parts.parts().get(0));
    }
  }

  /** The message that holds a frame's elements, without the header that goes before it. */
  byte[] array(Frame frame) {
    try (Multipart parts = encode(frame)) {
      return bytes(parts.parts().get(1));
    }
  }

  /** The frame in such a message, which came in pooled memory as a large one does. */
  Frame frame(byte[] array) {
    Block block = pool.takeBlock(array.length);
    ByteBuffer memory = block.slice(0, array.length);
    memory.put(array).rewind();
    Multipart parts = Multipart.of(Part.of(header), Part.of(memory, block));
    Message message = codec.decodeFromSender(parts);
    return ((FrameMessage) message).frame();
  }

  private Multipart encode(Frame frame) {
    return codec.encode(new FrameMessage(frame, false, Optional.empty()), pool);
  }

  private static byte[] bytes(Part part) {
    byte[] bytes = new byte[part.size()];
    part.bytes().duplicate().rewind().get(bytes);
    return bytes;
  }
}
