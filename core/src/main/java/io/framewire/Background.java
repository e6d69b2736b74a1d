package io.framewire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Runs work on a thread of its own, which never keeps the program alive. */
final class Background {
  private Background() {}

  static CompletionStage<StreamSummary> start(String name, Supplier<StreamSummary> stream) {
    CompletableFuture<StreamSummary> result = new CompletableFuture<>();
    run(
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

  static void run(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
