package io.framewire.transport.zmq;

import io.framewire.spi.TransportProvider;
import io.framewire.tck.TransportContract;
import io.framewire.wire.Endpoint;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no file permissions for the socket file")
class IpcContractTest extends TransportContract {
  @TempDir private Path folder;
  private int names;

  @Override
  protected TransportProvider provider() {
    return new ZmqTransportProvider();
  }

  @Override
  protected Endpoint endpoint() {
    return new Endpoint("ipc", folder.resolve("s" + names++) + ":5555");
  }
}
