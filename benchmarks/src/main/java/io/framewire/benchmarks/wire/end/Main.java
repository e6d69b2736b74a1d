package io.framewire.benchmarks.wire.end;

import java.io.IOException;
import java.util.Arrays;

/** One end in a process of its own. */
public final class Main {
  private Main() {}

  /**
   * Is that end until the orchestrator ends it.
   *
   * @param words the peer, {@code sender} or {@code receiver}, and the options
   * @throws IOException if the orchestrator or the other end is lost
   */
  public static void main(String[] words) throws IOException {
    EndOptions options = new EndOptions(Arrays.copyOfRange(words, 2, words.length));
    End end = end(words[0], options);
    if (words[1].equals("sender")) {
      Pictures pictures = new Pictures(options);
      Lines.getReady();
      Lines.heed(pictures::digests);
      end.send(pictures);
    } else {
      Watch watch = new Watch(options);
      Lines.getReady();
      Lines.heed(() -> "[]");
      end.receive(watch);
    }
  }

  private static End end(String peer, EndOptions options) {
    return switch (peer) {
      case "framewire" -> new FramewireEnd(options);
      case "jeromq" -> new JeromqEnd(options);
      case "tcp" -> new TcpEnd(options);
      default -> throw new IllegalArgumentException("no such end: " + peer);
    };
  }
}
