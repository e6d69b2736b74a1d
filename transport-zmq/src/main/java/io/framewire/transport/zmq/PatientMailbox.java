package io.framewire.transport.zmq;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQ;
import zmq.Command;
import zmq.Mailbox;
import zmq.SocketBase;
import zmq.ZError;
import zmq.ZObject;
import zmq.io.IOThread;

/**
 * An I/O thread's mailbox that steps aside when it was rung for nothing. JeroMQ's rings first and
 * then counts the ring (zmq.Signaler); an I/O thread that wakes between the two takes the command,
 * but leaves the bell ringing, and turns in its loop until the other thread has counted. Where that
 * has to wait for this very core, that is until the scheduler's slice is over, some milliseconds.
 * On two cores more than half of its turns at a frame were such.
 */
final class PatientMailbox extends Mailbox {
  private static final Logger LOG = LoggerFactory.getLogger(PatientMailbox.class);

  private static final Optional<Field> FIELD = field();

  private final Mailbox usual;
  private final Consumer<Command> seen;
  private boolean got;

  private PatientMailbox(SocketBase socket, Mailbox usual, Consumer<Command> seen)
      throws IOException {
    super(socket.getCtx(), "patient", 0);
    this.usual = usual;
    this.seen = seen;
    // the bell is the usual one's
    super.close();
  }

  /** JeroMQ has no other way to it; on the module path it takes {@code --add-opens}. */
  private static Optional<Field> field() {
    try {
      Field field = IOThread.class.getDeclaredField("mailbox");
      field.setAccessible(true);
      return Optional.of(field);
    } catch (ReflectiveOperationException | RuntimeException cannot) {
      LOG.debug("JeroMQ's I/O threads keep their own mailboxes", cannot);
      return Optional.empty();
    }
  }

  /** Whether the thread of a socket's context has one. */
  static boolean isInstalled(ZMQ.Socket socket) {
    return new Owner(socket.base()).ioThread().getMailbox() instanceof PatientMailbox;
  }

  /**
   * Gives the I/O thread of a socket's context one if it is possible; without it everything works,
   * but slower. What the thread is told is shown first, on that thread.
   */
  static void install(ZMQ.Socket socket, Consumer<Command> seen) {
    IOThread thread = new Owner(socket.base()).ioThread();
    if (FIELD.isEmpty() || thread.getMailbox() instanceof PatientMailbox) {
      return;
    }
    try {
      FIELD.get().set(thread, new PatientMailbox(socket.base(), thread.getMailbox(), seen));
    } catch (IOException | ZError.IOException | IllegalAccessException cannot) {
      LOG.debug("JeroMQ's I/O thread keeps its own mailbox", cannot);
    }
  }

  /** Asked by the I/O thread until there is no command left. */
  @Override
  public Command recv(long timeout) {
    Command command = usual.recv(timeout);
    if (command == null && !got) {
      Thread.yield();
    }
    got = command != null;
    if (got) {
      seen.accept(command);
    }
    return command;
  }

  @Override
  public void send(Command command) {
    usual.send(command);
  }

  @Override
  public void close() throws IOException {
    usual.close();
  }

  private static final class Owner extends ZObject {
    Owner(SocketBase socket) {
      super(socket);
    }

    IOThread ioThread() {
      return chooseIoThread(0);
    }
  }
}
