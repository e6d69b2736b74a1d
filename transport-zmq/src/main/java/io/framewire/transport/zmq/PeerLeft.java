package io.framewire.transport.zmq;

/** The peer left between two parts of a message; why is for whoever knows the peer to say. */
final class PeerLeft extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PeerLeft(Throwable cause) {
    super(cause);
  }
}
