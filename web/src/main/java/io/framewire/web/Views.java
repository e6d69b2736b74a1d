package io.framewire.web;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The views of one server, in the order they were made. Safe for use by several threads. */
final class Views {
  private static final int LONGEST_NAME = 64;

  /** In an address these lead elsewhere. */
  private static final List<String> DOTS = List.of(".", "..");

  private final PictureOptions options;
  private final Map<String, StreamView> views = new LinkedHashMap<>();
  private boolean closed;

  Views(PictureOptions options) {
    this.options = options;
  }

  synchronized StreamView of(String name) {
    requireName(name);
    if (closed) {
      throw new FramewireException("this server was closed: build another to show frames");
    }
    return views.computeIfAbsent(name, fresh -> new StreamView(fresh, options, this::remove));
  }

  private static void requireName(String name) {
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || DOTS.contains(name)
        || name.codePoints().anyMatch(Views::cannotBeRead)) {
      throw new ConfigurationException(
          "a view's name is \""
              + name.replaceAll("\\p{Cntrl}", "?")
              + "\": use 1 to "
              + LONGEST_NAME
              + " characters that can be read, not dots alone");
    }
  }

  private static boolean cannotBeRead(int sign) {
    return Character.isISOControl(sign) || Character.getType(sign) == Character.SURROGATE;
  }

  private synchronized void remove(StreamView view) {
    views.remove(view.name(), view);
  }

  synchronized Optional<StreamView> find(String name) {
    return Optional.ofNullable(views.get(name));
  }

  synchronized List<StreamView> all() {
    return List.copyOf(views.values());
  }

  /** Ends all of them together, within that time. */
  void close(long endNanos) {
    synchronized (this) {
      closed = true;
    }
    List<StreamView> last = all();
    last.forEach(StreamView::stop);
    last.forEach(view -> view.feed().awaitEnd(endNanos));
  }
}
