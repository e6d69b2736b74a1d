package io.framewire.testing;

import io.framewire.error.TransportException;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import io.framewire.wire.Role;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * What lies between the two ends of a {@code mem://NAME} stream: a queue each way, and the means to
 * upset them. Safe for use by several threads.
 */
public final class MemLink {
  private static final Map<String, MemLink> LINKS = new ConcurrentHashMap<>();
  private static final AtomicLong NAMES = new AtomicLong();

  final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Endpoint endpoint;
  private final Map<Role, Queue<Multipart>> towards = new EnumMap<>(Role.class);
  private final Map<Role, Integer> toDrop = new EnumMap<>(Role.class);
  private final Set<Role> came = EnumSet.noneOf(Role.class);
  private final Set<Role> left = EnumSet.noneOf(Role.class);
  private final Set<Role> held = EnumSet.noneOf(Role.class);
  private boolean broken;
  private boolean incompatible;

  private MemLink(Endpoint endpoint) {
    this.endpoint = endpoint;
    for (Role role : Role.values()) {
      towards.put(role, new ArrayDeque<>());
      toDrop.put(role, 0);
    }
  }

  /** A link nobody else uses. */
  public static MemLink fresh() {
    return at(new Endpoint("mem", "link-" + NAMES.incrementAndGet()));
  }

  static MemLink at(Endpoint endpoint) {
    return LINKS.computeIfAbsent(endpoint.address(), name -> new MemLink(endpoint));
  }

  /** Where both ends meet. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** Loses the next messages to that end, as if they had been sent. */
  public void drop(Role to, int messages) {
    change(() -> toDrop.put(to, messages));
  }

  /** Lets no message through to that end until {@link #release}. */
  public void hold(Role to) {
    change(() -> held.add(to));
  }

  /** Ends {@link #hold}. */
  public void release(Role to) {
    change(() -> held.remove(to));
  }

  /** Makes every call at both ends fail from now on. */
  public void breakDown() {
    change(() -> broken = true);
  }

  /** Makes the other side look like one that speaks another pattern. */
  public void makeIncompatible() {
    change(() -> incompatible = true);
  }

  /** Puts a message of one heap part before that end, as if the other one had sent it. */
  public void inject(Role to, byte[] bytes) {
    change(() -> towards.get(to).add(Multipart.of(Part.of(bytes))));
  }

  /** How many messages wait for that end. */
  public int waiting(Role to) {
    lock.lock();
    try {
      return towards.get(to).size();
    } finally {
      lock.unlock();
    }
  }

  boolean isIncompatible() {
    return incompatible;
  }

  boolean isThere(Role role) {
    return came.contains(role) && !left.contains(role);
  }

  boolean hasLeft(Role role) {
    return left.contains(role);
  }

  boolean mayTake(Role role) {
    return !held.contains(role) && !towards.get(role).isEmpty();
  }

  Queue<Multipart> queue(Role to) {
    return towards.get(to);
  }

  /** Whether a message to that end is one to be lost. */
  boolean loses(Role to) {
    int messages = toDrop.get(to);
    toDrop.put(to, Math.max(0, messages - 1));
    return messages > 0;
  }

  void arrive(Role role) {
    change(
        () -> {
          came.add(role);
          left.remove(role);
        });
  }

  void leave(Role role) {
    change(
        () -> {
          left.add(role);
          towards.get(role).forEach(Multipart::close);
          towards.get(role).clear();
        });
  }

  void requireWhole() {
    if (broken) {
      throw new TransportException("the connection at " + endpoint + " broke");
    }
  }

  /** Waits, with the lock held, until something is so; false if it was not in time. */
  boolean await(BooleanSupplier condition, long deadline) {
    while (!condition.getAsBoolean()) {
      long nanos = deadline - System.nanoTime();
      if (nanos <= 0) {
        return false;
      }
      try {
        changed.await(nanos, TimeUnit.NANOSECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new TransportException("interrupted while waiting at " + endpoint, interrupted);
      }
    }
    return true;
  }

  void change(Runnable what) {
    lock.lock();
    try {
      what.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
