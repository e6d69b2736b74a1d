package io.framewire.fuzz;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.DType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The part that holds an array behind a good header, and the words for a dtype. */
public final class ArrayTarget {
  private static final byte[] HEADER = new Msgpack().map(1).str("terminate").flag(false).toBytes();

  private ArrayTarget() {}

  /** For Jazzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Progress.input();
    Input in = new Input(bytes);
    switch (in.below(4)) {
      case 0 -> dtype(in.rest());
      case 1 -> new Decoding(true, in.flag()).of(List.of(HEADER, last(Messages.of(in))));
      default ->
          new Decoding(true, in.flag())
              .of(List.of(HEADER, new ArrayParts(in, new Values(in)).part()));
    }
  }

  private static byte[] last(List<byte[]> parts) {
    return parts.isEmpty() ? new byte[0] : parts.get(parts.size() - 1);
  }

  private static void dtype(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Watch.over(bytes.length, () -> parse(text));
  }

  private static void parse(String text) {
    try {
      DType dtype = DType.parse(text);
      if (!DType.parse(dtype.str()).equals(dtype) || dtype.itemSize() < 0) {
        throw new Finding(text + " is " + dtype + " of " + dtype.itemSize() + " bytes");
      }
    } catch (ConfigurationException refused) {
      if (refused.getMessage().isBlank()) {
        throw new Finding("no words for " + text, refused);
      }
    }
  }

  /** For Jazzer. */
  public static void fuzzerTearDown() {
    Progress.report();
  }
}
