package io.framewire.fuzz;

import java.util.List;

/** Messages of 0 to 5 parts from either side: each becomes a message or a protocol error. */
public final class CodecTarget {
  private CodecTarget() {}

  /** For Jazzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Progress.input();
    Input in = new Input(bytes);
    Decoding decoding = new Decoding(in.flag(), in.flag());
    List<byte[]> wire = Messages.of(in);
    if (!wire.isEmpty()) {
      decoding.of(wire);
    }
  }

  /** For Jazzer. */
  public static void fuzzerTearDown() {
    Progress.report();
  }
}
