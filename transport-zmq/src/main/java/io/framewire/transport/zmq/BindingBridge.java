package io.framewire.transport.zmq;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import zmq.io.StreamEngine;

/** A hop over the loopback for each connection, which JeroMQ is handed in its place. */
final class BindingBridge extends Binding {
  private static final int GREETING_BYTES = 64;

  BindingBridge(IpcPath place, Set<PosixFilePermission> permissions) {
    super(place, permissions);
  }

  @Override
  Links.Member member(SocketChannel unix, HandedListener inside) {
    return new Link(unix, from -> join(from, inside));
  }

  private static SocketChannel join(SocketChannel unix, HandedListener inside) throws IOException {
    ByteBuffer greeting = FirstBytes.of(unix, GREETING_BYTES);
    LoopbackPair pair = LoopbackPair.open();
    inside.hand(pair.inner(), (options, name) -> new StreamEngine(pair.inner(), options, name));
    try {
      pair.outer().write(greeting);
      return pair.outer();
    } catch (IOException failure) {
      Link.close(pair.outer());
      throw failure;
    }
  }
}
