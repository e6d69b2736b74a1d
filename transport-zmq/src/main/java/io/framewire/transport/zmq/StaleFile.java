package io.framewire.transport.zmq;

import io.framewire.error.TransportException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the socket file that a program left behind, and nothing else. */
final class StaleFile {
  private static final Logger LOG = LoggerFactory.getLogger(StaleFile.class);
  private static final long SECOND_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final IpcPath place;
  private final IpcPath aside;

  private StaleFile(IpcPath place) {
    this.place = place;
    this.aside = place.withPath(nearby(place.path()));
  }

  /** Makes room, or throws. */
  static void clear(IpcPath place) {
    if (!place.exists()) {
      return;
    }
    if (!place.isSocket(LinkOption.NOFOLLOW_LINKS)) {
      throw new TransportException(
          "cannot bind "
              + place.endpoint()
              + ": there is "
              + place.kind()
              + "; choose another path");
    }
    if (!isDead(place)) {
      throw taken(place);
    }
    // another program may be about to listen with the socket it has just bound
    LockSupport.parkNanos(SECOND_LOOK_NANOS);
    new StaleFile(place).remove();
  }

  /**
   * By another name first: a program that does the same at the same time may have put its own
   * there, which is then put back.
   */
  private void remove() {
    try {
      Files.move(place.path(), aside.path());
      if (isDead(aside)) {
        Files.delete(aside.path());
        LOG.debug("{}: removed the socket file that nobody listened at", place.endpoint());
        return;
      }
      Files.move(aside.path(), place.path());
    } catch (IOException failure) {
      throw place.cannot("remove the socket file that nobody listens at for", failure);
    }
    throw taken(place);
  }

  private static boolean isDead(IpcPath place) {
    try {
      place.connect().close();
      return false;
    } catch (ConnectException refused) {
      return true;
    } catch (IOException unclear) {
      LOG.debug("{}: {}", place.path(), unclear.getMessage());
      return false;
    }
  }

  /** No longer than the name itself, for it must fit into a socket's address too. */
  private static Path nearby(Path path) {
    String name = path.getFileName().toString();
    String other = "~" + Integer.toHexString(ThreadLocalRandom.current().nextInt());
    return path.resolveSibling(other.substring(0, Math.min(other.length(), name.length())));
  }

  private static TransportException taken(IpcPath place) {
    return new TransportException(
        "cannot bind "
            + place.endpoint()
            + ": another program listens there; stop it, or choose another path");
  }
}
