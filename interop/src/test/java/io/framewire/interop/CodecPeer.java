package io.framewire.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** One Python process that encodes and decodes with the real msgpack-numpy, for many arrays. */
final class CodecPeer implements AutoCloseable {
  private static final long LIFE_SECONDS = 100;

  private final Child child;
  private final DataInputStream replies;
  private final DataOutputStream requests;

  CodecPeer() throws IOException {
    child =
        Child.startForBytes(
            List.of(PythonEnvironment.interpreter().toString(), "codec_peer.py"),
            PythonEnvironment.scripts());
    replies = new DataInputStream(child.output());
    requests = new DataOutputStream(child.input());
    Executor later = CompletableFuture.delayedExecutor(LIFE_SECONDS, TimeUnit.SECONDS);
    later.execute(child::close);
  }

  /** Python's encoding of what it decoded from a message. */
  byte[] encodeAgain(byte[] message) {
    return ask('r', message);
  }

  /** Python's encoding of an array of patterned elements. */
  byte[] encode(PatternedFrames array) {
    return ask('w', description(array));
  }

  /** Python's encoding of the NumPy scalar that an array of rank 0 holds. */
  byte[] encodeScalar(PatternedFrames array) {
    return ask('s', description(array));
  }

  /** Python's encoding of an array of Python objects. */
  byte[] encodeObjects(List<?> objects) {
    return ask('o', Descr.json(objects).getBytes(UTF_8));
  }

  /** What Python decodes from a message. */
  PythonArray decode(byte[] message) {
    byte[] seen = ask('l', message);
    int newline = 0;
    while (seen[newline] != '\n') {
      newline++;
    }
    return new PythonArray(
        PeerLine.read(new String(seen, 0, newline, UTF_8)).orElseThrow(),
        Arrays.copyOfRange(seen, newline + 1, seen.length));
  }

  /** Whether NumPy has such a dtype on this machine. */
  boolean knows(String dtype) {
    return new String(ask('k', dtype.getBytes(UTF_8)), UTF_8).equals("yes");
  }

  @Override
  public void close() {
    child.close();
  }

  /** An array in Python. */
  record PythonArray(PeerLine seen, byte[] elements) {}

  private static byte[] description(PatternedFrames array) {
    String json =
        "{\"dtype\": %s, \"shape\": %s, \"seed\": %d}"
            .formatted(Descr.json(array.dtype()), Descr.json(array.shape()), array.seed());
    return json.getBytes(UTF_8);
  }

  private synchronized byte[] ask(char what, byte[] payload) {
    try {
      requests.writeInt(1 + payload.length);
      requests.writeByte(what);
      requests.write(payload);
      requests.flush();
      byte[] reply = replies.readNBytes(replies.readInt());
      byte[] content = Arrays.copyOfRange(reply, 1, reply.length);
      if (reply[0] != '+') {
        throw new AssertionError("Python failed: " + new String(content, UTF_8));
      }
      return content;
    } catch (IOException gone) {
      throw new UncheckedIOException(child + " is gone\n" + child.tail(), gone);
    }
  }
}
