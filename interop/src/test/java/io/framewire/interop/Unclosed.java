package io.framewire.interop;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.source.FrameSources;
import io.framewire.wire.Pattern;
import java.util.concurrent.CountDownLatch;

/** A program that streams and forgets to close both ends, in every pattern. */
final class Unclosed {
  private Unclosed() {}

  /** Returns while frames flow. */
  public static void main(String[] arguments) throws InterruptedException {
    for (Pattern pattern : Pattern.values()) {
      stream(pattern);
    }
    System.out.println("the main method ends");
  }

  @SuppressWarnings("resource")
  private static void stream(Pattern pattern) throws InterruptedException {
    CountDownLatch some = new CountDownLatch(3);
    FrameReceiver receiver =
        FrameReceiver.builder().at("tcp://127.0.0.1:0").pattern(pattern).build();
    receiver.start(received -> some.countDown());
    FrameSender.builder()
        .to(receiver.endpoint())
        .pattern(pattern)
        .source(FrameSources.open("test:64x48?fps=100"))
        .build()
        .start();
    some.await();
  }
}
