package com.example;

import io.framewire.FrameSender;
import io.framewire.StreamSummary;
import io.framewire.source.FrameSources;
import io.framewire.spi.FrameSource;

/** Sends a source to a receiver: the words are the receiver's endpoint and the source. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    try (FrameSource source = FrameSources.open(words[1]);
        FrameSender sender = FrameSender.builder().to(words[0]).source(source).build()) {
      StreamSummary summary = sender.run();
      System.out.println("sent " + summary.statistics().frames() + " frames");
    }
  }
}
