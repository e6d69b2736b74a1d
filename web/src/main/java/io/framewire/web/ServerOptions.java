package io.framewire.web;

import io.framewire.error.ConfigurationException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server's settings, as they were when its builder's {@code build} was called. */
record ServerOptions(
    InetSocketAddress address,
    Optional<String> token,
    PictureOptions pictures,
    int maxClients,
    Duration clientTimeout,
    Optional<Supplier<String>> metrics) {
  private static final Logger LOG = LoggerFactory.getLogger(FrameServer.class);
  private static final int MOST_PORT = 65535;
  private static final int MOST_CLIENTS = 1000;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{8,128}");

  static ServerOptions of(
      String host,
      int port,
      Optional<String> token,
      boolean withoutToken,
      PictureOptions pictures,
      int maxClients,
      Duration clientTimeout,
      Optional<Supplier<String>> metrics) {
    requirePossible(port, token, maxClients, clientTimeout);
    InetAddress address = address(host);
    if (!address.isLoopbackAddress() && token.isEmpty()) {
      requireWanted(withoutToken, host);
    }
    return new ServerOptions(
        new InetSocketAddress(address, port), token, pictures, maxClients, clientTimeout, metrics);
  }

  private static void requirePossible(
      int port, Optional<String> token, int maxClients, Duration clientTimeout) {
    if (port < 0 || port > MOST_PORT) {
      throw new ConfigurationException(
          "port is " + port + ": use 1 to " + MOST_PORT + ", or 0 for any free one");
    }
    if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
      throw new ConfigurationException(
          "the token for the browser has "
              + token.get().length()
              + " characters, or some that do not fit: use 8 to 128 letters, digits and -._~");
    }
    if (maxClients < 1 || maxClients > MOST_CLIENTS) {
      throw new ConfigurationException(
          "maxClients is " + maxClients + ": use 1 to " + MOST_CLIENTS);
    }
    if (clientTimeout.compareTo(Duration.ofMillis(100)) < 0
        || clientTimeout.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new ConfigurationException(
          "clientTimeout is " + clientTimeout + ": use 100 ms to 10 minutes");
    }
  }

  private static InetAddress address(String host) {
    try {
      return host.equals("*")
          ? new InetSocketAddress(0).getAddress()
          : host.equals("localhost")
              ? InetAddress.getLoopbackAddress()
              : InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new ConfigurationException(
          "host \"" + host + "\" is not known: use localhost, an address of this machine, or *",
          unknown);
    }
  }

  private static void requireWanted(boolean withoutToken, String host) {
    if (!withoutToken) {
      throw new ConfigurationException(
          "other machines reach host \""
              + host
              + "\", so the page needs a token that only those know who may look: give it one, or"
              + " serve at localhost");
    }
    LOG.warn("whoever reaches {} can look at the streams shown there: there is no token", host);
  }

  boolean isLocal() {
    return address.getAddress().isLoopbackAddress();
  }

  /**
   * What a browser of this machine calls the host: its address, as the name localhost may lead to
   * another one first, and to another program there that would get the token.
   */
  String hostInUri() {
    InetAddress host = address.getAddress();
    if (host.isAnyLocalAddress()) {
      return "localhost";
    }
    if (host.isLoopbackAddress() && host instanceof Inet6Address) {
      return "[::1]";
    }
    return host.getHostAddress().contains(":")
        ? "[" + host.getHostAddress() + "]"
        : host.getHostAddress();
  }
}
