package io.framewire.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is fuzzed, and how much of a long run's inputs each gets. */
enum Target {
  CODEC(CodecTarget.class, CodecTarget::fuzzerTestOneInput, 0.5, 0, 0),
  ARRAY(ArrayTarget.class, ArrayTarget::fuzzerTestOneInput, 0.248, 1, 0),
  INSPECTOR(InspectorTarget.class, InspectorTarget::fuzzerTestOneInput, 0.2),
  RECEIVER(ReceiverTarget.class, ReceiverTarget::fuzzerTestOneInput, 0.05, 3, 0, 0, 0, 1),
  SENDER(SenderTarget.class, SenderTarget::fuzzerTestOneInput, 0.002, 0, 0, 0, 0, 1);

  private final Class<?> type;
  private final Consumer<byte[]> once;
  private final double share;
  private final int[] choices;

  Target(Class<?> type, Consumer<byte[]> once, double share, int... choices) {
    this.type = type;
    this.once = once;
    this.share = share;
    this.choices = choices;
  }

  String className() {
    return type.getName();
  }

  /** The inputs to run of so many over all targets. */
  long inputsOf(long total) {
    return Math.round(total * share);
  }

  /** Runs one input in this JVM. */
  void run(byte[] input) {
    once.accept(input);
  }

  /** Inputs that are good messages. */
  Stream<byte[]> seeds() {
    List<List<byte[]>> messages = Seeds.messages();
    return messages.stream().map(parts -> Seeds.input(parts, choices));
  }

  /** Where the inputs lie that once were findings. */
  Path kept() {
    return Path.of("src/test/resources/kept", toString());
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
