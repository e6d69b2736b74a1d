package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Collectors;

/** The threads there were at one time, to see which came after it and are left. */
final class Threads {
  private final Set<Thread> before;

  private Threads(Set<Thread> before) {
    this.before = before;
  }

  static Threads now() {
    return new Threads(Thread.getAllStackTraces().keySet());
  }

  /** Those that came since and are alive; neither Java's own nor the kit's. */
  Set<Thread> newOnes() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.isAlive() && !isJavas(thread))
        .filter(thread -> !thread.getName().equals("framewire-tck"))
        .collect(Collectors.toSet());
  }

  void requireNoMore(Duration limit, String after) {
    new Patience(limit).await(() -> newOnes().isEmpty());
    assertThat(newOnes()).as("threads left after " + after).isEmpty();
  }

  private static boolean isJavas(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    boolean system = group == null || group.getParent() == null || isInnocuous(group);
    return system || thread instanceof ForkJoinWorkerThread;
  }

  private static boolean isInnocuous(ThreadGroup group) {
    return group.getName().equals("InnocuousThreadGroup");
  }
}
