package io.framewire.fuzz;

import io.framewire.codec.msgpack.MsgpackInspector;
import java.nio.ByteBuffer;
import java.util.List;

/** Describing a message never fails. */
public final class InspectorTarget {
  private InspectorTarget() {}

  /** For Jazzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Progress.input();
    List<byte[]> wire = Messages.of(new Input(bytes));
    int size = wire.stream().mapToInt(part -> part.length).sum();
    Watch.over(size, () -> inspect(wire));
  }

  private static void inspect(List<byte[]> wire) {
    List<ByteBuffer> parts = wire.stream().map(ByteBuffer::wrap).toList();
    if (MsgpackInspector.inspectMessage(parts).toString().isBlank()) {
      throw new Finding("an empty description");
    }
  }

  /** For Jazzer. */
  public static void fuzzerTearDown() {
    Progress.report();
  }
}
