package io.framewire.transport.zmq;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zmq.Command;
import zmq.Options;
import zmq.io.StreamEngine;

/**
 * JeroMQ's engines on Unix connections. One speaks over any channel that its selector takes, but
 * where it is made JeroMQ asks for the addresses of a TCP connection. So it is made with a {@link
 * UnixGuise}, and given the connection itself before it begins, by writing to a private field.
 */
final class UnixEngines {
  private static final Logger LOG = LoggerFactory.getLogger(UnixEngines.class);
  private static final Optional<Fields> FIELDS = Fields.find();

  /** JeroMQ's own, which have no other way to them. */
  private record Fields(Field channel, Field greeting, Field argument) {
    private static Optional<Fields> find() {
      try {
        return Optional.of(
            new Fields(
                open(StreamEngine.class, "fd"),
                open(StreamEngine.class, "greetingRecv"),
                open(Command.class, "arg")));
      } catch (ReflectiveOperationException | RuntimeException cannot) {
        LOG.debug("JeroMQ gets Unix connections by way of the loopback", cannot);
        return Optional.empty();
      }
    }

    private static Field open(Class<?> owner, String name) throws ReflectiveOperationException {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    }
  }

  private UnixEngines() {}

  /** On the module path it takes {@code --add-opens}. */
  static boolean arePossible() {
    return FIELDS.isPresent();
  }

  /**
   * For a connection of which the first byte was read; of more, the engine would not see how far
   * the other side's greeting has come.
   */
  static StreamEngine of(SocketChannel unix, ByteBuffer first, Options options, String name) {
    StreamEngine engine = new StreamEngine(new UnixGuise(unix), options, name);
    Fields fields = FIELDS.orElseThrow();
    ((ByteBuffer) get(fields.greeting, engine)).put(first);
    reveal(engine, fields);
    return engine;
  }

  /** To be shown all that an I/O thread is told, among which is the engine to begin with. */
  static void reveal(Command command) {
    Fields fields = FIELDS.orElseThrow();
    if (get(fields.argument, command) instanceof StreamEngine engine) {
      reveal(engine, fields);
    }
  }

  private static void reveal(StreamEngine engine, Fields fields) {
    if (get(fields.channel, engine) instanceof UnixGuise guise) {
      try {
        fields.channel.set(engine, UnixGuise.inside(guise));
      } catch (IllegalAccessException closed) {
        throw new IllegalStateException(closed);
      }
    }
  }

  private static Object get(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(closed);
    }
  }
}
