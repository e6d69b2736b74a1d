package io.framewire.transport.zmq;

import io.framewire.spi.TransportRequest;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.time.Duration;
import org.zeromq.ZMQ;

/** Gives a socket the options a request asks for. */
final class ZmqSockets {
  private static final int HANDSHAKE_MILLIS = 5_000;
  private static final Duration LONGEST_DELAY = Duration.ofDays(1);
  private static final int REPORT_BYTES = 1_024;
  private static final String ZMTP_3_ONLY = "framewire";

  private ZmqSockets() {}

  static void configure(ZMQ.Socket socket, TransportRequest request) {
    socket.setSndHWM(SocketKind.sendHighWaterMark(request));
    socket.setRcvHWM(SocketKind.receiveHighWaterMark(request));
    socket.setMaxMsgSize(maxBytes(request));
    socket.setHandshakeIvl(HANDSHAKE_MILLIS);
    Heartbeats.configure(socket, request.options().heartbeat());
    socket.setReconnectIVL(millis(request.options().retryDelay()));
    socket.setReconnectIVLMax(millis(request.options().maxRetryDelay()));
    // until it is closed, or what a peer that has gone did not read would keep it from ending
    socket.setLinger(0);
    // with a domain and nobody to ask about it, JeroMQ only refuses the protocols before ZMTP 3, as
    // which it would read any garbage
    socket.setZapDomain(ZMTP_3_ONLY);
    // without answers, a frame must not be taken before there is somebody to send it to; JeroMQ's
    // flag is inverted
    socket.setImmediate(!SocketKind.isOneWaySender(request));
    configurePattern(socket, request);
  }

  /** What is read on its connections goes there. */
  static IncomingMemory memory(TransportRequest request, Unfinished unfinished) {
    boolean encrypted = request.options().security().isPresent();
    return new IncomingMemory(request.pool(), maxBytes(request), encrypted, unfinished);
  }

  private static void configurePattern(ZMQ.Socket socket, TransportRequest request) {
    boolean sender = request.role() == Role.SENDER;
    if (request.pattern() == Pattern.REQ_REP && sender) {
      socket.setReqRelaxed(true);
      socket.setReqCorrelate(true);
    }
    if (request.pattern() == Pattern.PUB_SUB && sender) {
      socket.setXpubNoDrop(true);
    }
    if (request.pattern() == Pattern.PUB_SUB && !sender) {
      socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
    }
  }

  private static int millis(Duration delay) {
    return (int) Math.min(LONGEST_DELAY.toMillis(), delay.toMillis());
  }

  /** A one-way sender hears subscriptions only, each byte of which costs JeroMQ a call's depth. */
  private static long maxBytes(TransportRequest request) {
    return SocketKind.isOneWaySender(request)
        ? Math.min(REPORT_BYTES, request.options().maxMessageBytes())
        : request.options().maxMessageBytes();
  }
}
