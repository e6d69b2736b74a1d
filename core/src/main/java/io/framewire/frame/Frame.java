package io.framewire.frame;

import io.framewire.error.ConfigurationException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * An n-dimensional array over direct memory: a dtype, a shape, and the elements in C order
 * (row-major, the last dimension varies fastest), without gaps. A colour picture is {@link
 * DType#UINT8} of shape {@code [height, width, 3]} in the channel order blue, green, red; a grey
 * one is {@code [height, width]}.
 *
 * <p><b>Ownership.</b> A frame is reference-counted, and the count starts at one: whoever is handed
 * a frame closes it once, and whoever keeps it past that calls {@link #retain()} and closes it once
 * more. At zero its memory returns to the pool; whatever reaches for the elements then throws
 * {@link IllegalStateException} (dtype and shape can still be asked for), but a {@link ByteBuffer}
 * taken earlier still points at the memory, which will carry another frame.
 *
 * <p><b>Threads.</b> Counting may be done by several threads. The elements have no lock: one thread
 * writes them before it hands the frame on.
 */
public final class Frame implements AutoCloseable {
  private static final AtomicIntegerFieldUpdater<Frame> REFERENCES =
      AtomicIntegerFieldUpdater.newUpdater(Frame.class, "references");

  private final Block block;
  private final int offset;
  private final DType dtype;
  private final int[] shape;
  private final int byteSize;
  private final boolean ownsHeadroom;
  private volatile int references = 1;

  private Frame(Block block, int offset, DType dtype, int[] shape, boolean ownsHeadroom) {
    this.block = block;
    this.offset = offset;
    this.dtype = dtype;
    this.shape = shape;
    this.byteSize = Shapes.byteSize(dtype.itemSize(), shape);
    this.ownsHeadroom = ownsHeadroom;
    if (offset < 0 || byteSize > block.size() - offset) {
      throw new ConfigurationException(
          "shape "
              + Arrays.toString(shape)
              + " of "
              + dtype
              + " needs "
              + byteSize
              + " bytes, there are "
              + (block.size() - offset)
              + " from byte "
              + offset);
    }
  }

  static Frame fresh(Block block, DType dtype, int[] shape) {
    return new Frame(block, FramePool.HEADROOM, dtype, shape.clone(), true);
  }

  /**
   * A frame over memory a codec or transport holds, without a copy. Takes over one of the caller's
   * references to the block, also when it throws.
   *
   * @param block the memory
   * @param offset where the first element is, in bytes
   * @param dtype the type of the elements
   * @param shape the length of each dimension
   * @return a frame the caller owns and closes
   * @throws ConfigurationException if the elements do not fit into the block
   */
  public static Frame over(Block block, int offset, DType dtype, int... shape) {
    try {
      return new Frame(block, offset, dtype, shape.clone(), false);
    } catch (ConfigurationException impossible) {
      block.release();
      throw impossible;
    }
  }

  /**
   * A copy of elements that lie somewhere else, outside any stream's pool.
   *
   * @param elements the elements in C order, from the buffer's position; its own position is not
   *     changed
   * @param dtype their type
   * @param shape the length of each dimension
   * @return a frame the caller owns and closes
   * @throws ConfigurationException if the buffer does not hold exactly that many bytes
   */
  public static Frame copyOf(ByteBuffer elements, DType dtype, int... shape) {
    int bytes = Shapes.byteSize(dtype.itemSize(), shape);
    if (elements.remaining() != bytes) {
      throw new ConfigurationException(
          "shape "
              + Arrays.toString(shape)
              + " of "
              + dtype
              + " needs "
              + bytes
              + " bytes, the buffer has "
              + elements.remaining());
    }
    Frame frame = FramePool.unpooled().take(dtype, shape);
    frame.data().put(elements.duplicate());
    return frame;
  }

  /**
   * A contiguous copy of elements that lie apart: a transposed array, every second row, a picture
   * with row padding.
   *
   * @param pool where the copy's memory comes from
   * @param elements the buffer they lie in; its position and limit are not looked at
   * @param start where the element with all indexes 0 begins, in bytes
   * @param strides for each dimension the bytes from one index to the next; may be negative or zero
   * @param dtype the type of the elements
   * @param shape the length of each dimension
   * @return a frame the caller owns and closes
   * @throws ConfigurationException if the strides are not as many as the dimensions, or reach
   *     outside the buffer
   */
  public static Frame copyOfStrided(
      FramePool pool, ByteBuffer elements, int start, int[] strides, DType dtype, int... shape) {
    StridedCopy copy = new StridedCopy(elements, start, strides, dtype, shape);
    Frame frame = pool.take(dtype, shape);
    copy.into(frame.data());
    return frame;
  }

  /**
   * The type of the elements.
   *
   * @return the dtype
   */
  public DType dtype() {
    return dtype;
  }

  /**
   * The length of each dimension, outermost first; empty for a single element.
   *
   * @return a copy
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * The number of dimensions.
   *
   * @return 0 to 32
   */
  public int rank() {
    return shape.length;
  }

  /**
   * The length of one dimension.
   *
   * @param axis 0 for the outermost
   * @return its length
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  public int dimension(int axis) {
    return shape[axis];
  }

  /**
   * Whether its dimensions are these, without the copy that {@link #shape} makes.
   *
   * @param lengths the length of each dimension, outermost first
   * @return true if rank and lengths are the same
   */
  public boolean hasShape(int... lengths) {
    return Arrays.equals(shape, lengths);
  }

  /**
   * The size of all elements together.
   *
   * @return bytes
   */
  public int byteSize() {
    return byteSize;
  }

  /**
   * The elements, without a copy.
   *
   * @return a new direct buffer of exactly {@link #byteSize()} bytes in the dtype's byte order, its
   *     position 0; valid until the frame is closed for the last time
   * @throws IllegalStateException if the frame was closed
   */
  public ByteBuffer data() {
    requireOpen();
    return block.slice(offset, byteSize).order(dtype.order());
  }

  /**
   * A part of the outermost dimension as a frame of its own, without a copy: rows of a picture.
   *
   * @param from the first index
   * @param to the index after the last
   * @return a frame the caller owns and closes; it keeps the memory alive by itself
   * @throws IllegalStateException if this frame was closed
   * @throws IndexOutOfBoundsException if the range is not inside the dimension, or there is no
   *     dimension
   */
  public Frame rows(int from, int to) {
    requireOpen();
    if (shape.length == 0 || from < 0 || to < from || to > shape[0]) {
      throw new IndexOutOfBoundsException(
          "rows " + from + " to " + to + " are not inside shape " + Arrays.toString(shape));
    }
    int[] part = shape.clone();
    part[0] = to - from;
    int rowBytes = shape[0] == 0 ? 0 : byteSize / shape[0];
    return new Frame(block.retain(), offset + from * rowBytes, dtype, part, false);
  }

  /**
   * A copy with memory of its own.
   *
   * @param pool where it comes from
   * @return a frame the caller owns and closes
   * @throws IllegalStateException if this frame was closed
   */
  public Frame copy(FramePool pool) {
    ByteBuffer elements = data();
    Frame copy = pool.take(dtype, shape);
    copy.data().put(elements);
    return copy;
  }

  /**
   * Takes one more reference, to be closed like the first.
   *
   * @return this
   * @throws IllegalStateException if the frame was closed for the last time
   */
  public Frame retain() {
    int before = REFERENCES.getAndUpdate(this, count -> count <= 0 ? count : count + 1);
    if (before <= 0) {
      throw closedTooOften();
    }
    return this;
  }

  /**
   * For codecs: the frame's elements with a header in front of them as one contiguous piece,
   * without a copy. The header is written into the room before the elements, which has one writer:
   * this works only on a frame as it came from {@link FramePool#take}, that nobody else has
   * retained, taken rows of, or is still sending. The caller retains the block right after; the
   * room has its next writer once that reference is released.
   *
   * @param header what to put in front, from position to limit; not changed
   * @return a buffer over header and elements, of exactly their length, valid while {@link
   *     #block()} is retained; empty if the frame has to be copied instead
   * @throws IllegalStateException if the frame was closed
   */
  public Optional<ByteBuffer> withHeader(ByteBuffer header) {
    requireOpen();
    int length = header.remaining();
    if (!ownsHeadroom || length > offset || references != 1 || !block.takeHeadroom()) {
      return Optional.empty();
    }
    ByteBuffer message = block.slice(offset - length, length + byteSize);
    message.put(0, header, header.position(), length);
    return Optional.of(message);
  }

  /**
   * For codecs and transports: the memory under this frame.
   *
   * @return the block; retain it to keep it past the frame
   */
  public Block block() {
    return block;
  }

  /**
   * Gives one reference back; the last one returns the memory.
   *
   * @throws IllegalStateException if there is none left to give back
   */
  @Override
  public void close() {
    int left = REFERENCES.decrementAndGet(this);
    if (left < 0) {
      throw closedTooOften();
    }
    if (left == 0) {
      block.release();
    }
  }

  /** Dtype and shape, and whether it is closed. */
  @Override
  public String toString() {
    return "Frame " + dtype + Arrays.toString(shape) + (references > 0 ? "" : " (closed)");
  }

  private void requireOpen() {
    if (references <= 0) {
      throw new IllegalStateException(
          this + " was closed: retain or copy a frame to use it longer");
    }
  }

  private IllegalStateException closedTooOften() {
    return new IllegalStateException(this + " was closed more often than it was retained");
  }
}
