package io.framewire.transport.zmq;

import java.io.IOException;
import java.lang.reflect.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQ;
import zmq.Command;
import zmq.Mailbox;
import zmq.SocketBase;
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

  private final Mailbox usual;
  private boolean got;

  private PatientMailbox(SocketBase socket, Mailbox usual) throws IOException {
    super(socket.getCtx(), "patient", 0);
    this.usual = usual;
    // the bell is the usual one's
    super.close();
  }

  /** Gives the I/O thread of a socket's context one; without it everything works, but slower. */
  static void install(ZMQ.Socket socket) {
    try {
      IOThread thread = new Owner(socket.base()).ioThread();
      if (thread.getMailbox() instanceof PatientMailbox) {
        return;
      }
      // JeroMQ has no other way to it; on the module path it takes --add-opens
      Field field = IOThread.class.getDeclaredField("mailbox");
      field.setAccessible(true);
      field.set(thread, new PatientMailbox(socket.base(), thread.getMailbox()));
    } catch (IOException | ReflectiveOperationException | RuntimeException cannot) {
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
