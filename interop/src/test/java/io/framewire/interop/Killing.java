package io.framewire.interop;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One survivor with many streams, whose peers are killed one after another. Used by one thread. */
final class Killing implements AutoCloseable {
  /** How soon a stream must flow, with a new process on a busy machine in it. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int FRAMES_BEFORE = 10;
  private static final int FRAMES_AFTER = 10;
  private static final long MORE_HEAP = 6L << 20;
  private static final long MORE_MEMORY = 40L << 20;

  private final List<KilledPeer> peers;
  private final Random random;
  private final SurvivorProcess survivor;
  private final List<AutoCloseable> running = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();
  private int killed;

  Killing(List<KilledPeer> peers, long seed) throws IOException {
    System.out.println("kills come from -Dinterop.seed=" + seed);
    this.peers = peers;
    this.random = new Random(seed);
    List<String> streams = new ArrayList<>();
    for (KilledPeer peer : peers) {
      streams.add(peer.survivor(FreePort.endpoint()));
    }
    survivor = new SurvivorProcess(streams);
  }

  /** Kills so many; what the survivor holds must not have grown since some of them. */
  void kill(int times, int settledAfter) {
    for (int stream = 0; stream < peers.size(); stream++) {
      running.add(start(stream));
    }
    for (int stream = 0; stream < peers.size(); stream++) {
      survivor.awaitFrames(stream, 1, LIMIT);
    }
    kill(settledAfter);
    SurvivorProcess.Status settled = survivor.collected();
    kill(times - settledAfter);
    survivor.awaitNoMoreThan(settled, MORE_HEAP, MORE_MEMORY);
  }

  private void kill(int times) {
    for (int kill = 0; kill < times; kill++) {
      int stream = next();
      killOne(stream);
      killed++;
      System.out.println(
          "kill " + killed + " of " + peers.get(stream) + ": " + survivor.collected());
    }
  }

  private void killOne(int stream) {
    long before = survivor.status().count(stream, "frames");
    survivor.awaitFrames(stream, before + random.nextInt(FRAMES_BEFORE), LIMIT);
    close(running.get(stream));
    long reached = survivor.status().count(stream, "frames");
    running.set(stream, start(stream));
    survivor.awaitFrames(stream, reached + FRAMES_AFTER, LIMIT);
  }

  private AutoCloseable start(int stream) {
    return peers.get(stream).start(survivor.endpoint(stream));
  }

  /** Every stream once before any again. */
  private int next() {
    if (order.isEmpty()) {
      for (int stream = 0; stream < peers.size(); stream++) {
        order.add(stream);
      }
      Collections.shuffle(order, random);
    }
    return order.remove(0);
  }

  private static void close(AutoCloseable process) {
    try {
      process.close();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public void close() {
    running.forEach(Killing::close);
    survivor.close();
  }
}
