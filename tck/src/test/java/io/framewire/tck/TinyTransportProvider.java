package io.framewire.tck;

import io.framewire.error.TransportException;
import io.framewire.spi.Support;
import io.framewire.spi.Transport;
import io.framewire.spi.TransportProvider;
import io.framewire.spi.TransportRequest;
import io.framewire.testing.MemTransportProvider;
import io.framewire.wire.Endpoint;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The in-memory transport of core's tests, made exclusive and limited; honest or with a flaw. */
public class TinyTransportProvider implements TransportProvider {
  private static final AtomicInteger ASKED = new AtomicInteger();
  private static final Set<String> BOUND = ConcurrentHashMap.newKeySet();
  private final TransportFlaw flaw;

  /** For the service loader. */
  public TinyTransportProvider() {
    this(TransportFlaw.NONE);
  }

  TinyTransportProvider(TransportFlaw flaw) {
    this.flaw = flaw;
  }

  @Override
  public String name() {
    return flaw == TransportFlaw.HAS_A_LOUD_NAME ? "TINY" : "tiny";
  }

  @Override
  public int priority() {
    return flaw == TransportFlaw.CHANGES_ITS_PRIORITY ? ASKED.incrementAndGet() : -2000;
  }

  @Override
  public Support available() {
    return flaw == TransportFlaw.WAVERS_WHETHER_IT_IS_AVAILABLE
        ? new Support(true, "asked " + ASKED.incrementAndGet() + " times")
        : Support.yes();
  }

  @Override
  public Support supports(Endpoint endpoint) {
    boolean mine = endpoint.scheme().equals("mem");
    if (mine && flaw == TransportFlaw.STARTS_A_THREAD_WHEN_ASKED) {
      Forgotten.thread();
    }
    return Support.when(mine || flaw == TransportFlaw.TAKES_EVERYTHING, "carries mem://NAME");
  }

  @Override
  public Transport create(TransportRequest request) {
    String address = request.endpoint().address();
    if (request.bind() && !BOUND.add(address) && flaw != TransportFlaw.SHARES_AN_ENDPOINT) {
      if (flaw == TransportFlaw.LEAVES_A_THREAD_WHEN_IT_REFUSES) {
        Forgotten.thread();
      }
      throw new TransportException("cannot bind " + request.endpoint() + ": it is taken");
    }
    return new TinyTransport(
        flaw,
        request,
        new MemTransportProvider().create(request),
        () -> {
          if (request.bind() && flaw != TransportFlaw.KEEPS_ITS_ENDPOINT) {
            BOUND.remove(address);
          }
        });
  }
}
