package io.framewire.transport.zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.framewire.frame.Block;
import io.framewire.frame.FramePool;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportRequest;
import io.framewire.testing.Requests;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Transports for a test, closed after it; then nothing of them may be left. */
final class Lab implements AfterEachCallback {
  static final Duration SECOND = Duration.ofSeconds(1);
  static final Duration LONG = Duration.ofSeconds(10);
  static final Duration NOW = Duration.ofMillis(1);
  static final Endpoint ANY = Endpoint.parse("tcp://127.0.0.1:0");

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  Transport binding(Pattern pattern, Role role) {
    return open(request(pattern, role, ANY, true));
  }

  Transport connecting(Pattern pattern, Role role, Endpoint to) {
    return open(request(pattern, role, to, false));
  }

  Transport receiver(Pattern pattern) {
    return binding(pattern, Role.RECEIVER);
  }

  Transport sender(Pattern pattern, Endpoint to) {
    return connecting(pattern, Role.SENDER, to);
  }

  Transport open(TransportRequest request) {
    return closeLater(new ZmqTransport(request));
  }

  <T extends AutoCloseable> T closeLater(T resource) {
    opened.push(resource);
    return resource;
  }

  static TransportRequest request(Pattern pattern, Role role, Endpoint at, boolean bind) {
    return request(pattern, role, at, bind, new FramePool());
  }

  static TransportRequest request(
      Pattern pattern, Role role, Endpoint at, boolean bind, FramePool pool) {
    return Requests.request(at, pattern, role, bind, pool);
  }

  static Multipart text(String... words) {
    return new Multipart(
        java.util.Arrays.stream(words)
            .map(word -> Part.of(word.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
            .toList());
  }

  /** A header of the number and a body of a pool's memory, every byte of which is the number's. */
  static Multipart frame(FramePool pool, int number, int size) {
    Block block = pool.takeBlock(size);
    ByteBuffer bytes = block.slice(0, size);
    byte[] all = new byte[size];
    java.util.Arrays.fill(all, (byte) number);
    bytes.put(all).rewind();
    Part header = Part.of(ByteBuffer.allocate(4).putInt(0, number).array());
    return Multipart.of(header, Part.of(bytes, block));
  }

  /** The frame's number; fails if a byte of it is another's. */
  static int checkFrame(Multipart message) {
    assertThat(message.parts()).hasSize(2);
    int number = message.parts().get(0).bytes().getInt(0);
    ByteBuffer expected = ByteBuffer.allocate(message.parts().get(1).size());
    java.util.Arrays.fill(expected.array(), (byte) number);
    assertThat(message.parts().get(1).bytes().mismatch(expected))
        .as("first byte of frame %d that belongs to another", number)
        .isEqualTo(-1);
    return number;
  }

  static String word(Multipart message) {
    return java.nio.charset.StandardCharsets.UTF_8
        .decode(message.parts().get(0).bytes().duplicate())
        .toString();
  }

  static String receiveWord(Transport transport) {
    try (Multipart message = transport.receive(LONG).orElseThrow()) {
      return word(message);
    }
  }

  static <T> CompletableFuture<T> background(Supplier<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(task.get());
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            },
            "test-background");
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  static long zmqThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("framewire-(zmq|ipc)-.*"))
        .count();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
    await().atMost(LONG).untilAsserted(() -> assertThat(zmqThreads()).isZero());
  }
}
