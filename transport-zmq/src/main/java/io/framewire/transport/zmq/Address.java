package io.framewire.transport.zmq;

import io.framewire.error.ConfigurationException;
import io.framewire.error.TransportException;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * A tcp endpoint that was looked up, and how a socket is bound or connected there.
 *
 * @param endpoint as it was given
 * @param socketAddress what it means
 */
record Address(Endpoint endpoint, InetSocketAddress socketAddress) {

  static Address of(TransportRequest request) {
    Endpoint endpoint = request.endpoint();
    boolean everywhere = endpoint.host().equals("*");
    if (!request.bind() && (everywhere || endpoint.port() == 0)) {
      throw new ConfigurationException(
          "cannot connect to "
              + endpoint
              + ": * and port 0 are for the end that binds; name host and port");
    }
    InetAddress host = everywhere ? new InetSocketAddress(0).getAddress() : resolve(endpoint);
    return new Address(endpoint, new InetSocketAddress(host, endpoint.port()));
  }

  /** As JeroMQ does, an IPv4 address if there is one. */
  private static InetAddress resolve(Endpoint endpoint) {
    try {
      InetAddress[] all = InetAddress.getAllByName(endpoint.host());
      return Arrays.stream(all).filter(Inet4Address.class::isInstance).findFirst().orElse(all[0]);
    } catch (UnknownHostException unknown) {
      throw new TransportException(
          "cannot find host \"" + endpoint.host() + "\" of " + endpoint + ": check the name",
          unknown);
    }
  }

  void connect(ZMQ.Socket socket) {
    socket.setIPv6(isIpv6());
    try {
      socket.connect(endpoint.toString());
    } catch (ZMQException | IllegalArgumentException failure) {
      throw new TransportException(
          "cannot connect to " + endpoint + ": " + failure.getMessage(), failure);
    }
  }

  /** The endpoint with the port that was found. */
  Endpoint bind(ZMQ.Socket socket) {
    socket.setIPv6(isIpv6());
    try {
      socket.bind(endpoint.toString());
    } catch (ZMQException | IllegalArgumentException failure) {
      throw new TransportException("cannot bind " + endpoint + ": " + whyNot(), failure);
    }
    String bound = socket.getLastEndpoint();
    int port = Integer.parseInt(bound.substring(bound.lastIndexOf(':') + 1));
    String address = endpoint.address();
    return new Endpoint(
        endpoint.scheme(), address.substring(0, address.lastIndexOf(':') + 1) + port);
  }

  private boolean isIpv6() {
    return !endpoint.host().equals("*") && socketAddress.getAddress() instanceof Inet6Address;
  }

  /** JeroMQ calls every failure to bind a port in use. */
  private String whyNot() {
    try (ServerSocket attempt = new ServerSocket()) {
      if (isElsewhere()) {
        return "this machine has no such address; use one it has, or *";
      }
      attempt.bind(socketAddress);
    } catch (IOException failure) {
      if (String.valueOf(failure.getMessage()).contains("ermission")) {
        return "ports below 1024 need the system's permission; choose a higher one";
      }
    }
    return "the port is in use; stop the program that has it, or choose another";
  }

  private boolean isElsewhere() throws IOException {
    InetAddress host = socketAddress.getAddress();
    return !host.isAnyLocalAddress()
        && !host.isLoopbackAddress()
        && NetworkInterface.getByInetAddress(host) == null;
  }
}
