package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.SourceRequest;
import io.framewire.spi.Support;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which places a provider takes for its own, and what it says to those it cannot open. */
abstract class SourcePlaceRules extends SourceEndRules {
  private static final String NO_OPTION = "no-such-option";
  private static final SourceRequest FOREIGN =
      new SourceRequest("no-such-scheme:no-such-place", Map.of());

  @Test
  void supportsItsPlaceAndStandsByIt() {
    SourceRequest request = new SourceRequest(location(), options());
    Support first = supports(request);
    assertThat(first).as("supports(%s)", request.shown()).isEqualTo(Support.yes());
    assertThat(supports(request)).as("the second time").isEqualTo(first);
  }

  @Test
  void leavesOthersPlacesAloneAndSaysWhatItServes() {
    assertThat(supports(FOREIGN).supported()).as("supports(%s)", FOREIGN.location()).isFalse();
  }

  private Support supports(SourceRequest request) {
    return answersPlainly("supports(" + request.shown() + ")", () -> provider().supports(request));
  }

  @Test
  void aPlaceThatCannotBeOpenedIsRefusedInOneLineThatNamesIt() {
    requireAvailable();
    SourceRequest bad = new SourceRequest(badLocation(), options());
    Throwable refusal = refusal(bad);
    assertThat(refusal).isInstanceOfAny(SourceException.class, ConfigurationException.class);
    assertThat(refusal.getMessage()).contains(bad.shown()).doesNotContain("\n");
  }

  @Test
  void aRefusalLeavesNoThread() {
    requireAvailable();
    SourceRequest bad = new SourceRequest(badLocation(), options());
    refusal(bad);
    Threads before = Threads.now();
    refusal(bad);
    before.requireNoMore(limit(), "the refusal of " + bad.shown());
  }

  @Test
  void anUnknownOptionIsRefusedByItsName() {
    requireAvailable();
    Map<String, String> options = new HashMap<>(options());
    options.put(NO_OPTION, "1");
    assertThat(refusal(new SourceRequest(location(), options)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(NO_OPTION);
  }

  @Test
  void anUnknownOptionCannotBeSetWhileItRuns() {
    with(
        (source, pool) ->
            assertThatThrownBy(() -> source.set(NO_OPTION, "1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(NO_OPTION));
  }

  @Test
  void whatItFindsIsALineEach() {
    requireAvailable();
    FrameSourceProvider provider = provider();
    assertThat(patience().call("found()", provider::found))
        .allSatisfy(line -> assertThat(line).isNotBlank().doesNotContain("\n"));
  }

  /** What opening throws; a source that opens all the same is closed. */
  private Throwable refusal(SourceRequest request) {
    FrameSourceProvider provider = provider();
    return catchThrowable(
        () ->
            patience()
                .run(
                    "opening " + request.shown(),
                    () -> {
                      FrameSource opened = provider.create(request);
                      opened.close();
                    }));
  }
}
