package io.framewire.codec.msgpack;

/** What is refused before memory is taken for it, in both directions. */
public final class MsgpackLimits {
  /** The longest header, reply or confirmation in bytes; arrays have a part of their own. */
  public static final int MAX_PLAIN_BYTES = 1 << 20;

  /** How deep lists and maps may be nested, a header's own map included; also fields in a dtype. */
  public static final int MAX_DEPTH = 64;

  /** The longest description of a dtype in bytes: some thousand fields. */
  public static final int MAX_DTYPE_BYTES = 1 << 16;

  /** The most dimensions an array may have, NumPy's own limit before 2.0. */
  public static final int MAX_RANK = 32;

  private MsgpackLimits() {}
}
