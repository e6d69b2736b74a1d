package io.framewire.benchmarks.jmh;

import io.framewire.frame.Block;
import io.framewire.frame.DType;
import io.framewire.frame.Frame;
import io.framewire.frame.FramePool;
import io.framewire.spi.Codec;
import io.framewire.spi.CodecProvider;
import io.framewire.wire.Message;
import io.framewire.wire.Message.DataReply;
import io.framewire.wire.Message.FrameMessage;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A frame's message to bytes and back, without a socket. The elements are not touched, so time and
 * garbage are the same for every size.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecBenchmark {
  private static final Map<String, Object> DATA =
      Map.of("camera", "left", "faces", 3L, "box", List.of(12L, 40L, 200L, 160L), "score", 0.97);

  /** The frame's size. */
  @Param({"640x480", "1920x1080"})
  public String size;

  private final Codec codec =
      ServiceLoader.load(CodecProvider.class).findFirst().orElseThrow().create();
  private FramePool pool;
  private int width;
  private int height;
  private byte[] header;
  private byte[] headerWithData;
  private byte[] reply;
  private Block array;

  /** Made by JMH. */
  public CodecBenchmark() {}

  /** Encodes what is to be decoded. */
  @Setup
  public void open() {
    width = Integer.parseInt(size.split("x")[0]);
    height = Integer.parseInt(size.split("x")[1]);
    pool = new FramePool();
    try (Frame frame = take();
        Multipart plain = codec.encode(new FrameMessage(frame, false, Optional.empty()), pool)) {
      header = copy(plain.parts().get(0));
      array = pool.takeBlock(plain.parts().get(1).size());
      array.slice(0, array.size()).put(plain.parts().get(1).bytes().duplicate());
    }
    try (Frame frame = take();
        Multipart rich = codec.encode(new FrameMessage(frame, true, Optional.of(DATA)), pool)) {
      headerWithData = copy(rich.parts().get(0));
    }
    try (Multipart answer = codec.encode(new DataReply(Optional.of(DATA)), pool)) {
      reply = copy(answer.parts().get(0));
    }
  }

  /** Gives the memory back. */
  @TearDown
  public void close() {
    array.release();
    pool.close();
  }

  /**
   * A frame from the pool to a message.
   *
   * @return its length
   */
  @Benchmark
  public long encode() {
    return encode(false, Optional.empty());
  }

  /**
   * The same with data in bidirectional mode.
   *
   * @return its length
   */
  @Benchmark
  public long encodeWithData() {
    return encode(true, Optional.of(DATA));
  }

  private long encode(boolean bidirectional, Optional<Object> data) {
    try (Frame frame = take();
        Multipart parts = codec.encode(new FrameMessage(frame, bidirectional, data), pool)) {
      return parts.size();
    }
  }

  /**
   * A message to a frame that is a view of it.
   *
   * @return the frame's size
   */
  @Benchmark
  public int decode() {
    return decode(header);
  }

  /**
   * The same with data in bidirectional mode.
   *
   * @return the frame's size
   */
  @Benchmark
  public int decodeWithData() {
    return decode(headerWithData);
  }

  private int decode(byte[] first) {
    Part second = Part.of(array.slice(0, array.size()), array.retain());
    try (FrameMessage message =
        (FrameMessage) codec.decodeFromSender(Multipart.of(Part.of(first), second))) {
      return message.frame().byteSize();
    }
  }

  /**
   * A reply with data to bytes.
   *
   * @return its length
   */
  @Benchmark
  public long encodeReply() {
    try (Multipart parts = codec.encode(new DataReply(Optional.of(DATA)), pool)) {
      return parts.size();
    }
  }

  /**
   * A reply's bytes to data.
   *
   * @return the reply
   */
  @Benchmark
  public Message decodeReply() {
    return codec.decodeFromReceiver(Multipart.of(Part.of(reply)));
  }

  private Frame take() {
    return pool.take(DType.UINT8, height, width, 3);
  }

  private static byte[] copy(Part part) {
    ByteBuffer bytes = part.bytes().duplicate();
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return copy;
  }
}
