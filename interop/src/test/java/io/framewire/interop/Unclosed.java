package io.framewire.interop;

import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.source.FrameSources;
import io.framewire.wire.Pattern;
import java.util.concurrent.CountDownLatch;

/** A program that streams and forgets to close both ends. */
final class Unclosed {
  private Unclosed() {}

  /** Returns while frames flow. */
  @SuppressWarnings("resource")
  public static void main(String[] arguments) throws InterruptedException {
    CountDownLatch some = new CountDownLatch(3);
    FrameReceiver receiver =
        FrameReceiver.builder()
            .at("tcp://127.0.0.1:0")
            .pattern(Pattern.valueOf(arguments[0]))
            .build();
    receiver.start(received -> some.countDown());
    FrameSender.builder()
        .to(receiver.endpoint())
        .pattern(Pattern.valueOf(arguments[0]))
        .source(FrameSources.open("test:64x48?fps=100"))
        .build()
        .start();
    some.await();
    System.out.println("the main method ends");
  }
}
