package io.framewire.transport.zmq;

import io.framewire.error.TransportException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Unix socket that listens, and its file, which goes with it or with the program. */
final class SocketFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketFile.class);

  private final IpcPath place;
  private final ServerSocketChannel server;
  private final Object fileKey;
  private final Thread atExit = new Thread(this::remove, "framewire-ipc-exit");

  private SocketFile(IpcPath place, ServerSocketChannel server) throws IOException {
    this.place = place;
    this.server = server;
    this.fileKey = fileKey(place.path());
  }

  /** Makes the file, in place of one that nobody listens at any more. */
  static SocketFile bind(IpcPath place, Set<PosixFilePermission> permissions) {
    requireFolder(place);
    StaleFile.clear(place);
    try {
      SocketFile file = listen(place, permissions);
      file.goWithTheProgram();
      return file;
    } catch (IOException failure) {
      throw place.cannot("bind", failure);
    }
  }

  private void goWithTheProgram() throws IOException {
    try {
      Runtime.getRuntime().addShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      close();
      throw new IOException("the program is ending", exiting);
    }
  }

  private static void requireFolder(IpcPath place) {
    Path folder = place.path().toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new TransportException(
          "cannot bind " + place.endpoint() + ": there is no folder " + folder + "; make it first");
    }
    if (!Files.isWritable(folder)) {
      throw new TransportException(
          "cannot bind " + place.endpoint() + ": no permission to make a file in " + folder);
    }
  }

  private static SocketFile listen(IpcPath place, Set<PosixFilePermission> permissions)
      throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(place.address());
      SocketFile file = known(place, server);
      file.restrict(permissions);
      return file;
    } catch (IOException | RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  /** Of a file that was just made, and goes again if it cannot be told from others. */
  private static SocketFile known(IpcPath place, ServerSocketChannel server) throws IOException {
    try {
      return new SocketFile(place, server);
    } catch (IOException failure) {
      Files.deleteIfExists(place.path());
      throw failure;
    }
  }

  /** Whoever came before the permissions were right is sent away. */
  private void restrict(Set<PosixFilePermission> permissions) throws IOException {
    try {
      Files.setPosixFilePermissions(place.path(), permissions);
      server.configureBlocking(false);
      for (SocketChannel early = server.accept(); early != null; early = server.accept()) {
        early.close();
      }
      server.configureBlocking(true);
    } catch (IOException failure) {
      remove();
      throw failure;
    }
  }

  /** What takes the connections in; closed with this. */
  ServerSocketChannel server() {
    return server;
  }

  /** The file goes first: as long as the socket is open, no other file can have its key. */
  @Override
  public void close() {
    remove();
    try {
      server.close();
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IOException failure) {
      LOG.warn("cannot close the socket of {}: {}", place.endpoint(), failure.getMessage());
    } catch (IllegalStateException exiting) {
      LOG.trace("{}: the program is ending already", place.endpoint());
    }
  }

  private void remove() {
    try {
      if (server.isOpen() && fileKey.equals(fileKey(place.path()))) {
        Files.delete(place.path());
      }
    } catch (NoSuchFileException gone) {
      LOG.debug("{}: the socket file was removed by somebody else", place.endpoint());
    } catch (IOException failure) {
      LOG.warn("cannot remove the socket file {}: {}", place.path(), failure.getMessage());
    }
  }

  private static Object fileKey(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }
}
