package io.framewire.transport.zmq;

import io.framewire.error.ConfigurationException;
import io.framewire.error.TransportException;
import io.framewire.spi.TransportRequest;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/** Makes the socket a request asks for, sets its options, and binds or connects it. */
final class ZmqSockets {
  private static final int HANDSHAKE_MILLIS = 5_000;

  private ZmqSockets() {}

  /** How many messages may wait before the pattern's rule for slow receivers holds. */
  static int highWaterMark(TransportRequest request) {
    return request.pattern() == Pattern.PUSH_PULL ? request.highWaterMark() : 1;
  }

  static ZMQ.Socket make(ZMQ.Context context, TransportRequest request, IncomingMemory memory) {
    ZMQ.Socket socket = context.socket(SocketKind.of(request.pattern(), request.role()));
    socket.setHWM(highWaterMark(request));
    socket.setMaxMsgSize(request.maxMessageBytes());
    socket.setMsgAllocator(memory);
    socket.setHandshakeIvl(HANDSHAKE_MILLIS);
    if (request.pattern() == Pattern.REQ_REP && request.role() == Role.SENDER) {
      socket.setReqRelaxed(true);
      socket.setReqCorrelate(true);
    }
    if (request.pattern() == Pattern.PUB_SUB) {
      if (request.role() == Role.SENDER) {
        socket.setXpubNoDrop(true);
      } else {
        socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
      }
    }
    // without answers, a frame must not be taken before there is somebody to send it to; JeroMQ's
    // flag is inverted
    boolean oneWaySender = request.role() == Role.SENDER && !request.pattern().answers();
    socket.setImmediate(!oneWaySender);
    return socket;
  }

  static Endpoint open(ZMQ.Socket socket, TransportRequest request) {
    Endpoint endpoint = request.endpoint();
    String host = endpoint.host();
    if (host.contains(":")) {
      socket.setIPv6(true);
    }
    return request.bind() ? bind(socket, endpoint) : connect(socket, endpoint);
  }

  private static Endpoint bind(ZMQ.Socket socket, Endpoint endpoint) {
    if (!endpoint.host().equals("*")) {
      resolve(endpoint);
    }
    try {
      socket.bind(endpoint.toString());
    } catch (ZMQException failure) {
      throw new TransportException(
          "cannot bind " + endpoint + ": " + bindFailure(failure.getErrorCode()), failure);
    }
    String bound = socket.getLastEndpoint();
    int port = Integer.parseInt(bound.substring(bound.lastIndexOf(':') + 1));
    String address = endpoint.address();
    return new Endpoint("tcp", address.substring(0, address.lastIndexOf(':') + 1) + port);
  }

  private static String bindFailure(int errno) {
    return switch (errno) {
      case ZError.EADDRINUSE ->
          "the port is in use; stop the program that has it, or choose another";
      case ZError.EADDRNOTAVAIL -> "this machine has no such address; use one it has, or *";
      default -> ZError.toString(errno);
    };
  }

  private static Endpoint connect(ZMQ.Socket socket, Endpoint endpoint) {
    if (endpoint.host().equals("*") || endpoint.port() == 0) {
      throw new ConfigurationException(
          "cannot connect to "
              + endpoint
              + ": * and port 0 are for the end that binds; name host and port");
    }
    resolve(endpoint);
    try {
      socket.connect(endpoint.toString());
    } catch (ZMQException failure) {
      throw new TransportException(
          "cannot connect to " + endpoint + ": " + ZError.toString(failure.getErrorCode()),
          failure);
    }
    return endpoint;
  }

  private static void resolve(Endpoint endpoint) {
    try {
      InetAddress.getByName(endpoint.host());
    } catch (UnknownHostException unknown) {
      throw new TransportException(
          "cannot find host \"" + endpoint.host() + "\" of " + endpoint + ": check the name",
          unknown);
    }
  }
}
