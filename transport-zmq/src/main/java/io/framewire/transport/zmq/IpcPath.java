package io.framewire.transport.zmq;

import io.framewire.error.ConfigurationException;
import io.framewire.error.TransportException;
import io.framewire.spi.Support;
import io.framewire.wire.Endpoint;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/**
 * The socket file of an ipc endpoint.
 *
 * @param endpoint as it was given
 * @param path the file; a relative one as in libzmq, from the working directory
 */
record IpcPath(Endpoint endpoint, Path path) {
  /** Java takes one byte less than the system does. */
  private static final int LIMIT = System.getProperty("os.name").startsWith("Linux") ? 106 : 102;

  private static final int TYPE = 0xf000;
  private static final int SOCKET = 0xc000;

  static IpcPath of(Endpoint endpoint) {
    String address = endpoint.address();
    if (address.startsWith("@")) {
      throw unusable(endpoint, "names beginning with @ are no files, and Java cannot open them");
    }
    if (address.equals("*")) {
      throw unusable(endpoint, "there is no * for files");
    }
    int length = address.getBytes(StandardCharsets.UTF_8).length;
    if (length > LIMIT) {
      throw unusable(
          endpoint,
          "the path has "
              + length
              + " bytes, and a Unix socket's may have "
              + LIMIT
              + "; choose a shorter one, or one relative to the working directory");
    }
    try {
      return new IpcPath(endpoint, Path.of(address));
    } catch (InvalidPathException invalid) {
      throw unusable(endpoint, invalid.getReason() + " (this system's locale decides)");
    }
  }

  private static ConfigurationException unusable(Endpoint endpoint, String why) {
    return new ConfigurationException(
        "cannot use " + endpoint + ": " + why + "; name a file, as in ipc:///tmp/camera:5555");
  }

  /** Whether this system has what socket files need. */
  static Support support() {
    Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
    return Support.when(
        views.contains("unix") && views.contains("posix") && hasUnixSockets(),
        "this system has no Unix domain sockets with file permissions: use tcp://127.0.0.1:PORT");
  }

  private static boolean hasUnixSockets() {
    try (SocketChannel attempt = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return attempt.isOpen();
    } catch (UnsupportedOperationException | IOException none) {
      return false;
    }
  }

  UnixDomainSocketAddress address() {
    return UnixDomainSocketAddress.of(path);
  }

  IpcPath withPath(Path other) {
    return new IpcPath(endpoint, other);
  }

  /** Connects at once or not at all; the channel is a blocking one. */
  SocketChannel connect() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.configureBlocking(false);
      if (!channel.connect(address())) {
        throw new IOException("too many connections wait at " + path);
      }
      channel.configureBlocking(true);
      return channel;
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether the file is a socket; a link to one is, for who follows links. */
  boolean isSocket(LinkOption... links) {
    try {
      return ((int) Files.getAttribute(path, "unix:mode", links) & TYPE) == SOCKET;
    } catch (IOException failure) {
      throw cannot("look at", failure);
    }
  }

  /** Throws if there is something that will never be a socket, or is not for this user. */
  void requireConnectable() {
    if (!Files.exists(path)) {
      return;
    }
    if (!isSocket()) {
      throw new TransportException(
          "cannot connect to " + endpoint + ": there is " + kind() + "; check the path");
    }
    if (!Files.isWritable(path)) {
      throw new TransportException(
          "cannot connect to " + endpoint + ": no permission to use the socket " + path);
    }
  }

  /** What kind of file is in the way, in words. */
  String kind() {
    return Files.isDirectory(path) ? "a folder" : "a file that is no socket";
  }

  TransportException cannot(String verb, IOException failure) {
    return new TransportException(
        "cannot " + verb + " " + endpoint + ": " + failure.getMessage(), failure);
  }
}
