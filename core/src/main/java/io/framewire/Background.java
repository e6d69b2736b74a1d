package io.framewire;

import io.framewire.internal.Daemon;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Runs work on a thread of its own, which never keeps the program alive. */
final class Background {
  private Background() {}

  static CompletionStage<StreamSummary> start(String name, Supplier<StreamSummary> stream) {
    CompletableFuture<StreamSummary> result = new CompletableFuture<>();
    Daemon.run(
        name,
        () -> {
          try {
            result.complete(stream.get());
          } catch (Throwable failure) {
            result.completeExceptionally(failure);
          }
        });
    return result;
  }
}
