package io.framewire.tck;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code tiny:N}: N frames, by an honest source or one with a flaw. */
public class TinySourceProvider implements FrameSourceProvider {
  private static final AtomicInteger ASKED = new AtomicInteger();
  private final SourceFlaw flaw;

  /** For the service loader. */
  public TinySourceProvider() {
    this(SourceFlaw.NONE);
  }

  TinySourceProvider(SourceFlaw flaw) {
    this.flaw = flaw;
  }

  @Override
  public String name() {
    return switch (flaw) {
      case HAS_A_LOUD_NAME -> "Tiny Source!";
      default -> "tiny";
    };
  }

  @Override
  public int priority() {
    return flaw == SourceFlaw.CHANGES_ITS_PRIORITY ? ASKED.incrementAndGet() : 0;
  }

  @Override
  public Support available() {
    return flaw == SourceFlaw.WAVERS_WHETHER_IT_IS_AVAILABLE
        ? new Support(true, "asked " + ASKED.incrementAndGet() + " times")
        : Support.yes();
  }

  @Override
  public Support supports(SourceRequest request) {
    if (flaw == SourceFlaw.STARTS_A_THREAD_WHEN_ASKED && request.hasScheme("tiny")) {
      Forgotten.thread();
    }
    if (request.hasScheme("tiny")) {
      return Support.yes();
    }
    if (flaw == SourceFlaw.GIVES_NO_REASON) {
      return Support.no("");
    }
    return flaw == SourceFlaw.TAKES_EVERYTHING ? Support.yes() : Support.no("serves tiny:N");
  }

  @Override
  public List<String> found() {
    return flaw == SourceFlaw.FINDS_A_PAGE ? List.of("tiny:1\ntiny:2") : List.of("tiny:1");
  }

  @Override
  public FrameSource create(SourceRequest request) {
    SourceRequest plain = request.withoutSchemeAndQuery();
    if (flaw != SourceFlaw.IGNORES_UNKNOWN_OPTIONS) {
      plain.requireOnly(Set.of());
    }
    try {
      return new TinySource(flaw, Integer.parseInt(plain.location()));
    } catch (NumberFormatException noNumber) {
      if (flaw == SourceFlaw.LEAVES_A_THREAD_WHEN_IT_REFUSES) {
        Forgotten.thread();
      }
      throw switch (flaw) {
        case THROWS_ITS_OWN_EXCEPTION -> noNumber;
        case DOES_NOT_NAME_THE_PLACE -> new SourceException("cannot open it", noNumber);
        default ->
            new ConfigurationException("source " + request.shown() + " is not tiny:N", noNumber);
      };
    }
  }
}
