package io.framewire.transport.zmq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import zmq.ZObject;
import zmq.io.IOThread;

class PatientMailboxTest {
  @Test
  void takesThePlaceOfTheUsualOneWithoutLosingAnything() {
    try (ZMQ.Context context = ZmqThreads.context();
        ZMQ.Socket left = context.socket(SocketType.PAIR);
        ZMQ.Socket right = context.socket(SocketType.PAIR)) {
      PatientMailbox.install(left, command -> {});
      assertThat(new Peek(left).ioThread().getMailbox()).isInstanceOf(PatientMailbox.class);
      left.setReceiveTimeOut(5_000);
      right.setReceiveTimeOut(5_000);
      right.connect("tcp://127.0.0.1:" + left.bindToRandomPort("tcp://127.0.0.1"));
      for (int number = 0; number < 1_000; number++) {
        right.send("" + number);
        assertThat(left.recvStr()).isEqualTo("" + number);
        left.send("" + number);
        assertThat(right.recvStr()).isEqualTo("" + number);
      }
    }
  }

  @Test
  void isInstalledOnceForEachIoThread() {
    try (ZMQ.Context context = ZmqThreads.context();
        ZMQ.Socket socket = context.socket(SocketType.PAIR)) {
      PatientMailbox.install(socket, command -> {});
      Object first = new Peek(socket).ioThread().getMailbox();
      PatientMailbox.install(socket, command -> {});
      assertThat(new Peek(socket).ioThread().getMailbox()).isSameAs(first);
    }
  }

  private static final class Peek extends ZObject {
    Peek(ZMQ.Socket socket) {
      super(socket.base());
    }

    IOThread ioThread() {
      return chooseIoThread(0);
    }
  }
}
