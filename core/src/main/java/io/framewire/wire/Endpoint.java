package io.framewire.wire;

import io.framewire.error.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the two ends meet: {@code tcp://host:port}, {@code tcp://*:port} to bind on every
 * interface, port 0 to bind on any free one, {@code tcp://[::1]:5555} for IPv6; or {@code
 * ipc:///path:port}, a Unix socket file, of whose name vidgear makes the port a part; {@code
 * ipc://name} is relative to the working directory. Immutable.
 *
 * @param scheme {@code "tcp"}, {@code "ipc"} or what a transport plugin brings, in lower case
 * @param address what stands behind {@code ://}, never empty
 */
public record Endpoint(String scheme, String address) {
  private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9+.-]*)://(.+)");
  private static final Pattern TCP =
      Pattern.compile("(\\[[0-9a-fA-F:.%a-z]+]|[^:\\[\\]/\\s]+):(\\d{1,5})");

  /** Where a sender connects unless told otherwise. */
  public static final Endpoint DEFAULT_TO = new Endpoint("tcp", "localhost:5555");

  /** Where a receiver binds unless told otherwise. */
  public static final Endpoint DEFAULT_AT = new Endpoint("tcp", "*:5555");

  /**
   * Checks the parts.
   *
   * @param scheme {@code "tcp"}, {@code "ipc"} or what a transport plugin brings, in lower case
   * @param address what stands behind {@code ://}, never empty
   * @throws ConfigurationException if the address is empty, or a tcp address is not {@code
   *     host:port} with a port from 0 to 65535
   */
  public Endpoint {
    if (address.isEmpty()) {
      throw new ConfigurationException("endpoint \"" + scheme + "://\" has no address");
    }
    if (scheme.equals("tcp")) {
      Matcher matcher = TCP.matcher(address);
      if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65535) {
        throw new ConfigurationException(
            "endpoint \"tcp://" + address + "\" is not tcp://HOST:PORT with a port up to 65535");
      }
    }
  }

  /**
   * Reads an endpoint.
   *
   * @param text for instance {@code "tcp://localhost:5555"}
   * @return the endpoint
   * @throws ConfigurationException if it is not of the form {@code scheme://address}
   */
  public static Endpoint parse(String text) {
    Matcher matcher = FORM.matcher(text.trim());
    if (!matcher.matches()) {
      throw new ConfigurationException(
          "endpoint \"" + text + "\" is not of the form tcp://HOST:PORT or ipc:///PATH");
    }
    return new Endpoint(matcher.group(1), matcher.group(2));
  }

  /**
   * The host of a tcp endpoint.
   *
   * @return a name, a number, {@code *}, or an IPv6 address without its brackets
   * @throws IllegalStateException if this is no tcp endpoint
   */
  public String host() {
    String host = tcp().group(1);
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /**
   * The port of a tcp endpoint.
   *
   * @return 0 to 65535
   * @throws IllegalStateException if this is no tcp endpoint
   */
  public int port() {
    return Integer.parseInt(tcp().group(2));
  }

  /** As it is written. */
  @Override
  public String toString() {
    return scheme + "://" + address;
  }

  private Matcher tcp() {
    Matcher matcher = TCP.matcher(address);
    if (!scheme.equals("tcp") || !matcher.matches()) {
      throw new IllegalStateException(this + " is no tcp endpoint");
    }
    return matcher;
  }
}
