package io.framewire.transport.zmq;

import io.framewire.wire.Security;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQ;

/**
 * The keys of an encrypted stream's end, read from their files.
 *
 * @param own this end's certificate
 * @param server the server's public key, at the other end
 * @param clients whom to let in, at the server
 */
record Encryption(Certificate own, Optional<Key> server, Optional<AllowList> clients) {
  private static final int ROOM = 3;
  private static final int ROOM_WITHOUT_LEAD = 16;
  private static final Logger LOG = LoggerFactory.getLogger(Encryption.class);

  static Encryption of(Security security) {
    Certificate own = Certificate.own(security.ownCertificate());
    if (security instanceof Security.Client client) {
      return new Encryption(own, Optional.of(serverKey(client)), Optional.empty());
    }
    Security.Server server = (Security.Server) security;
    return new Encryption(own, Optional.empty(), Optional.of(new AllowList(server.clients())));
  }

  private static Key serverKey(Security.Client client) {
    Certificate server = Certificate.read(client.serverCertificate());
    if (server.secretKey().isPresent()) {
      LOG.warn(
          "{} has the server's secret key, which only the server should have: copy {} instead",
          client.serverCertificate(),
          "NAME" + CurveKeys.PUBLIC_SUFFIX);
    }
    return server.publicKey();
  }

  void configure(ZMQ.Socket socket, boolean hasLeads) {
    socket.setCurveServer(clients.isPresent());
    socket.setCurvePublicKey(own.publicKey().bytes());
    socket.setCurveSecretKey(own.secretKey().orElseThrow().bytes());
    server.ifPresent(key -> socket.setCurveServerKey(key.bytes()));
    // from three on, a full pipe is filled again only when it has room for two: for what JeroMQ
    // puts
    // in a lead's place, and for the message behind it; and where there is no lead, it is never
    // full
    socket.setRcvHWM(Math.max(socket.getRcvHWM(), hasLeads ? ROOM : ROOM_WITHOUT_LEAD));
  }

  /** At the server, who watches the door from now on. */
  Optional<ZapHandler> startZapHandler(ZMQ.Context context) {
    return clients.map(list -> ZapHandler.start(context, list));
  }
}
