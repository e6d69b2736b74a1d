package io.framewire.guice;

import com.google.inject.ProvisionException;
import io.framewire.StreamSummary;
import io.framewire.error.FramewireException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All streams that an injector declares, to be injected and closed by the program:
 *
 * <pre>{@code
 * try (Streams streams = Guice.createInjector(new CameraModule()).getInstance(Streams.class)) {
 *   streams.start().get("camera").toCompletableFuture().join();
 * }
 * }</pre>
 *
 * <p>Receivers go before senders, because what is sent to nobody is lost in PUB/SUB; each kind in
 * the order it was declared. Closing goes the other way round, so that senders still find the
 * receivers they tell. May be used by any thread.
 */
public final class Streams implements AutoCloseable {
  /** How long to wait for each stream to close, and its source or handler to return. */
  public static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

  private final List<Member> members;
  private final Object starting = new Object();
  private final Object ending = new Object();
  private final Map<String, CompletionStage<StreamSummary>> running = new LinkedHashMap<>();
  private final Map<String, AutoCloseable> open = new HashMap<>();
  private boolean started;
  private boolean closing;
  private boolean closed;

  Streams(List<Member> members) {
    this.members = members;
  }

  /**
   * The names of all streams.
   *
   * @return them, in the order they are started
   */
  public List<String> names() {
    return members.stream().map(Member::name).toList();
  }

  /**
   * Opens every stream, and when all are open starts those that have a source or a handler, on
   * threads of their own. If one fails, all are closed. Called again, it does nothing more.
   *
   * @return for each stream that was started, in this order, what completes with how it went, or
   *     with what ended it, its source's or handler's failure for instance
   * @throws FramewireException if a stream cannot be opened or started; it names the stream and has
   *     the reason as its cause
   * @throws IllegalStateException if these streams were closed
   */
  public Map<String, CompletionStage<StreamSummary>> start() {
    synchronized (starting) {
      requireOpen();
      if (!started) {
        started = true;
        startAll();
      }
    }
    synchronized (open) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(running));
    }
  }

  private void startAll() {
    List<Member.Ready> ready = new ArrayList<>();
    for (Member member : members) {
      attempt(member.name(), () -> ready.add(member.open()));
    }
    for (Member.Ready each : ready) {
      each.run().ifPresent(run -> attempt(each.name(), () -> start(each.name(), run)));
    }
  }

  private void attempt(String name, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error failure) {
      Throwable cause = cause(failure);
      FramewireException named =
          new FramewireException(
              "stream \"" + name + "\" cannot be started: " + words(cause), cause);
      Undo.close(this, named);
      throw named;
    }
  }

  /** Guice's own words about a failure are many. */
  private static Throwable cause(Throwable failure) {
    return failure instanceof ProvisionException && failure.getCause() != null
        ? cause(failure.getCause())
        : failure;
  }

  /** Others' exceptions may lack a message, or one that says anything without their name. */
  private static String words(Throwable cause) {
    return cause instanceof FramewireException ? cause.getMessage() : cause.toString();
  }

  private void start(String name, Supplier<CompletionStage<StreamSummary>> run) {
    CompletionStage<StreamSummary> stage;
    // a close that comes now finds either no stream that runs, or its stage to wait for
    synchronized (open) {
      requireOpen();
      stage = run.get();
      running.put(name, stage);
    }
    stage.whenComplete(
        (summary, failure) -> {
          if (failure == null) {
            LOG.debug("stream \"{}\" has ended: {}", name, summary);
          } else {
            LOG.warn("stream \"{}\" has ended in an error: {}", name, failure.toString());
          }
        });
  }

  /** Nothing is opened that nobody would close. */
  void requireOpen() {
    synchronized (open) {
      if (closing) {
        throw new IllegalStateException(
            "these streams are closed: create another injector to stream again");
      }
    }
  }

  /** From here on the stream is closed with the others. */
  <T extends AutoCloseable> T opened(String name, T stream) {
    try {
      synchronized (open) {
        requireOpen();
        open.put(name, stream);
      }
    } catch (IllegalStateException closedMeanwhile) {
      Undo.close(stream, closedMeanwhile);
      throw closedMeanwhile;
    }
    return stream;
  }

  /**
   * Closes every stream that is open, also those that were only injected, one after another in the
   * reverse order, with {@link #CLOSE_LIMIT} for each. When it returns normally, no source and no
   * handler is running any more. So it must not be called by one of them. Called again, it does
   * nothing.
   *
   * @throws FramewireException if any could not be closed in time, or failed to close; the others
   *     are closed all the same
   */
  @Override
  public void close() {
    synchronized (open) {
      closing = true;
    }
    synchronized (ending) {
      if (!closed) {
        closed = true;
        closeAll();
      }
    }
  }

  private void closeAll() {
    List<FramewireException> failures = new ArrayList<>();
    for (int i = members.size() - 1; i >= 0; i--) {
      String name = members.get(i).name();
      closing(name).flatMap(stream -> stream.within(CLOSE_LIMIT)).ifPresent(failures::add);
    }
    if (!failures.isEmpty()) {
      FramewireException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private Optional<Closing> closing(String name) {
    synchronized (open) {
      return Optional.ofNullable(open.get(name))
          .map(stream -> new Closing(name, stream, Optional.ofNullable(running.get(name))));
    }
  }
}
