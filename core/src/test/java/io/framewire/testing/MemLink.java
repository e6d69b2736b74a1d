package io.framewire.testing;

import io.framewire.error.TransportException;
import io.framewire.spi.Situation;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Multipart;
import io.framewire.wire.Part;
import io.framewire.wire.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
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
  private final Map<Role, Side> sides = new EnumMap<>(Role.class);
  private final List<MemTransport> open = new ArrayList<>();
  private final List<TransportRequest> requests = new ArrayList<>();
  private final Set<Role> held = EnumSet.noneOf(Role.class);
  private boolean broken;
  private boolean incompatible;
  private int refusals;

  private MemLink(Endpoint endpoint) {
    this.endpoint = endpoint;
    for (Role role : Role.values()) {
      sides.put(role, new Side());
    }
  }

  /** What happens to and was done by one end, over all the transports it has had. */
  private static final class Side {
    private final Queue<Multipart> incoming = new ArrayDeque<>();
    private final Queue<RuntimeException> failures = new ArrayDeque<>();
    private boolean there;
    private int departures;
    private int messagesLost;
    private int toDrop;
    private int toBreak;
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
    change(() -> side(to).toDrop = messages);
  }

  /** Has that end leave in the middle of each of the next messages to it. */
  public void breakOff(Role to, int messages) {
    change(() -> side(to).toBreak = messages);
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

  /** Parts both ends for a moment: each has lost the other, and with it what was under way. */
  public void cut() {
    change(
        () -> {
          for (Role role : Role.values()) {
            depart(role);
            side(role).there = true;
          }
        });
  }

  /** Has that end's next receive throw this. */
  public void failReceive(Role role, RuntimeException failure) {
    change(() -> side(role).failures.add(failure));
  }

  /** Lets the next transports not come about, as if the address were taken. */
  public void refuseTransports(int count) {
    change(() -> refusals = count);
  }

  /** Tells that end's listener something, as the network would. */
  public void report(Role role, Situation situation) {
    TransportRequest latest = requests(role).get(requests(role).size() - 1);
    latest.listener().accept(situation);
  }

  /** Puts a message of one heap part before that end, as if the other one had sent it. */
  public void inject(Role to, byte[] bytes) {
    change(() -> side(to).incoming.add(Multipart.of(Part.of(bytes))));
  }

  /** How many messages wait for that end. */
  public int waiting(Role to) {
    lock.lock();
    try {
      return side(to).incoming.size();
    } finally {
      lock.unlock();
    }
  }

  /** The transports nobody has closed yet. */
  public int openTransports() {
    lock.lock();
    try {
      return open.size();
    } finally {
      lock.unlock();
    }
  }

  /** What that end asked for, each time it made a transport. */
  public List<TransportRequest> requests(Role role) {
    lock.lock();
    try {
      return requests.stream().filter(request -> request.role() == role).toList();
    } finally {
      lock.unlock();
    }
  }

  Transport connect(TransportRequest request) {
    lock.lock();
    try {
      if (refusals > 0) {
        refusals--;
        throw new TransportException("the address " + endpoint + " is taken");
      }
      requests.add(request);
      MemTransport transport = new MemTransport(this, request);
      open.add(transport);
      change(() -> side(request.role()).there = true);
      return transport;
    } finally {
      lock.unlock();
    }
  }

  private Side side(Role role) {
    return sides.get(role);
  }

  boolean isIncompatible() {
    return incompatible;
  }

  boolean isThere(Role role) {
    return side(role).there;
  }

  int departures(Role role) {
    return side(role).departures;
  }

  int messagesLost(Role from) {
    return side(from).messagesLost;
  }

  boolean mayTake(Role role) {
    return !side(role).failures.isEmpty() || !held.contains(role) && !side(role).incoming.isEmpty();
  }

  Queue<Multipart> queue(Role to) {
    return side(to).incoming;
  }

  /** Throws what was to be thrown at that end next. */
  void throwNext(Role role) {
    RuntimeException failure = side(role).failures.poll();
    if (failure != null) {
      throw failure;
    }
  }

  /** Whether a message to that end is one to be lost. */
  boolean loses(Role to) {
    return side(to).toDrop > 0 && side(to).toDrop-- > 0;
  }

  /** Whether that end leaves in the middle of a message to it. */
  boolean breaksOff(Role to) {
    return side(to).toBreak > 0 && side(to).toBreak-- > 0;
  }

  void leave(MemTransport transport, Role role) {
    change(
        () -> {
          open.remove(transport);
          lose(role, role.other());
          depart(role);
        });
  }

  private void depart(Role role) {
    Side side = side(role);
    if (side.there) {
      side.there = false;
      side.departures++;
    }
    lose(role.other(), role);
  }

  private void lose(Role from, Role to) {
    Queue<Multipart> messages = side(to).incoming;
    side(from).messagesLost += (int) messages.stream().filter(MemLink::hasFrame).count();
    messages.forEach(Multipart::close);
    messages.clear();
  }

  private static boolean hasFrame(Multipart message) {
    return message.parts().stream().anyMatch(part -> part.block().isPresent());
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
      open.forEach(MemTransport::tellListener);
    } finally {
      lock.unlock();
    }
  }
}
