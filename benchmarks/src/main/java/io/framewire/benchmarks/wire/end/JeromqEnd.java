package io.framewire.benchmarks.wire.end;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.framewire.FrameReceiverBuilder;
import io.framewire.wire.Pattern;
import java.nio.ByteBuffer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import zmq.Msg;

/**
 * JeroMQ alone, with the traffic of a NetGear_Async stream: a small part and a large one, and a
 * small answer. Large parts lie in direct memory that is used over and over, at both ends.
 */
final class JeromqEnd implements End {
  private static final int FRAMES_TO_SEND = 8;
  private static final int ALL_ELSE = 16;
  private static final int HEARTBEAT_MILLIS =
      (int) FrameReceiverBuilder.DEFAULT_HEARTBEAT.toMillis();
  private static final byte[] HEADER =
      "{terminate: false, bi_mode: false, data: }".getBytes(US_ASCII);
  private static final byte[] ANSWER = "Data received on client: ABCDEFGH !".getBytes(US_ASCII);

  private final EndOptions options;

  JeromqEnd(EndOptions options) {
    this.options = options;
  }

  @Override
  public void send(Pictures pictures) {
    try (ZMQ.Context context = ZMQ.context(1);
        ZMQ.Socket socket = context.socket(sender(options.pattern()))) {
      configure(socket, true);
      socket.connect(options.endpoint());
      while (true) {
        pictures.awaitNext();
        socket.base().send(new Msg(HEADER), zmq.ZMQ.ZMQ_SNDMORE);
        socket.base().send(new Msg(pictures.next().duplicate()), 0);
        if (options.pattern().answers()) {
          socket.base().recv(0);
        }
      }
    }
  }

  @Override
  public void receive(Watch watch) {
    Pace pace = new Pace(options.rate());
    try (ZMQ.Context context = ZMQ.context(1);
        ZMQ.Socket socket = context.socket(receiver(options.pattern()))) {
      configure(socket, false);
      socket.base().setSocketOpt(zmq.ZMQ.ZMQ_MSG_ALLOCATOR, new BufferRing());
      if (options.pattern() == Pattern.PUB_SUB) {
        socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
      }
      socket.bind(options.endpoint());
      while (true) {
        socket.base().recv(0);
        ByteBuffer frame = socket.base().recv(0).buf();
        if (options.pattern().answers()) {
          socket.base().send(new Msg(ANSWER), 0);
        }
        watch.took(() -> frame);
        pace.await();
      }
    }
  }

  /**
   * As Framewire's sockets are: JeroMQ's I/O thread makes garbage in each turn if it has timers.
   */
  private void configure(ZMQ.Socket socket, boolean sends) {
    if (options.pattern().answers()) {
      socket.setSndHWM(sends ? FRAMES_TO_SEND : ALL_ELSE);
      socket.setRcvHWM(ALL_ELSE);
    } else {
      boolean push = options.pattern() == Pattern.PUSH_PULL;
      int frames = push ? FrameReceiverBuilder.DEFAULT_HIGH_WATER_MARK : 1;
      socket.setSndHWM(frames);
      socket.setRcvHWM(frames);
    }
    if (sends && options.pattern() == Pattern.REQ_REP) {
      socket.setReqRelaxed(true);
      socket.setReqCorrelate(true);
    }
    socket.setHeartbeatIvl(HEARTBEAT_MILLIS / 2);
    socket.setHeartbeatTimeout(HEARTBEAT_MILLIS * 9 / 20);
    socket.setHeartbeatTtl(HEARTBEAT_MILLIS);
    socket.setLinger(0);
  }

  private static SocketType sender(Pattern pattern) {
    return switch (pattern) {
      case PAIR -> SocketType.PAIR;
      case REQ_REP -> SocketType.REQ;
      case PUB_SUB -> SocketType.PUB;
      case PUSH_PULL -> SocketType.PUSH;
    };
  }

  private static SocketType receiver(Pattern pattern) {
    return switch (pattern) {
      case PAIR -> SocketType.PAIR;
      case REQ_REP -> SocketType.REP;
      case PUB_SUB -> SocketType.SUB;
      case PUSH_PULL -> SocketType.PULL;
    };
  }
}
