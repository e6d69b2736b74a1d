package io.framewire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Runs a stream on a thread of its own, which never keeps the program alive. */
final class Background {
  private Background() {}

  static CompletionStage<StreamSummary> start(String name, Supplier<StreamSummary> stream) {
    CompletableFuture<StreamSummary> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(stream.get());
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return result;
  }
}
