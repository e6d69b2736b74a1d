package io.framewire.guice;

import io.framewire.StreamSummary;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** One stream that was declared, in its injector. */
interface Member {
  String name();

  /** What is wrong with the declaration, as the rest of a sentence. */
  Optional<String> problem();

  /** Makes the stream, unless it is made, and all that is needed to start it. */
  Ready open();

  /**
   * A stream that is open.
   *
   * @param run starts it; empty where the program does
   */
  record Ready(String name, Optional<Supplier<CompletionStage<StreamSummary>>> run) {}
}
