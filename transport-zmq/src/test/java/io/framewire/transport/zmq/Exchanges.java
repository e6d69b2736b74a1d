package io.framewire.transport.zmq;

import static io.framewire.transport.zmq.Lab.LONG;
import static io.framewire.transport.zmq.Lab.checkFrame;
import static io.framewire.transport.zmq.Lab.frame;
import static io.framewire.transport.zmq.Lab.receiveWord;
import static io.framewire.transport.zmq.Lab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.Transport.Sent;
import io.framewire.wire.Multipart;
import io.framewire.wire.Pattern;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What two transports say to each other in a stream, or at its end. */
final class Exchanges {
  static final Duration LINGER = Duration.ofSeconds(2);

  private Exchanges() {}

  /** Frames of these sizes, one after the other, with their answers where the pattern answers. */
  static void exchange(Pattern pattern, Transport sender, Transport receiver, int... sizes) {
    FramePool pool = new FramePool();
    for (int number = 0; number < sizes.length; number++) {
      Multipart frame = frame(pool, number, sizes[number]);
      CompletableFuture<Sent> sent = Lab.background(() -> sender.send(frame, LONG));
      try (Multipart message = receiver.receive(LONG).orElseThrow()) {
        assertThat(checkFrame(message)).isEqualTo(number);
        assertThat(message.parts().get(1).size()).isEqualTo(sizes[number]);
      }
      assertThat(sent.join()).isEqualTo(Sent.YES);
      if (pattern.answers()) {
        assertThat(receiver.send(text("taken " + number), LONG)).isEqualTo(Sent.YES);
        assertThat(receiveWord(sender)).isEqualTo("taken " + number);
      }
    }
  }

  /** Four frames and an end, and closes while a slow reader still has all before it. */
  static Object sendAndClose(Transport sender, FramePool pool, int size) {
    for (int number = 0; number < 4; number++) {
      sender.send(frame(pool, number, size), LONG);
    }
    await().pollInSameThread().until(() -> sender.send(text("end"), LONG) == Sent.YES);
    sender.close(LINGER);
    return "done";
  }

  /** Passes over the frames to the first message of one part. */
  static String lastWord(Transport receiver) {
    while (true) {
      try (Multipart message = receiver.receive(LONG).orElseThrow()) {
        if (message.parts().size() == 1) {
          return Lab.word(message);
        }
      }
    }
  }
}
