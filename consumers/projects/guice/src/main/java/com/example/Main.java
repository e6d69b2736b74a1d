package com.example;

import com.google.inject.Guice;
import io.framewire.StreamSummary;
import io.framewire.guice.Streams;

/** Sends to a receiver: the words are its endpoint and how many frames. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    CameraModule module = new CameraModule(words[0], Integer.parseInt(words[1]));
    try (Streams streams = Guice.createInjector(module).getInstance(Streams.class)) {
      StreamSummary summary = streams.start().get("camera").toCompletableFuture().join();
      System.out.println("sent " + summary.statistics().frames() + " frames");
    }
  }
}
