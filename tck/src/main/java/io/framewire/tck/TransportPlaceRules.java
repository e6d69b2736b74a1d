package io.framewire.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.framewire.error.TransportException;
import io.framewire.spi.Support;
import io.framewire.spi.Transport;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Role;
import org.junit.jupiter.api.Test;

/** Which endpoints a provider takes for its own, and what it says where one is taken. */
abstract class TransportPlaceRules extends TransportCloseRules {
  private static final Endpoint FOREIGN = new Endpoint("no-such-scheme", "no-such-place");

  @Test
  void supportsItsEndpointAndStandsByIt() {
    Endpoint endpoint = endpoint();
    assertThat(supports(endpoint)).as("supports(%s)", endpoint).isEqualTo(Support.yes());
    assertThat(supports(endpoint)).as("the second time").isEqualTo(Support.yes());
  }

  @Test
  void leavesOthersEndpointsAloneAndSaysWhatItCarries() {
    assertThat(supports(FOREIGN).supported()).as("supports(%s)", FOREIGN).isFalse();
  }

  private Support supports(Endpoint endpoint) {
    return answersPlainly("supports(" + endpoint + ")", () -> provider().supports(endpoint));
  }

  @Test
  void anEndpointThatIsTakenIsRefusedAndNamed() {
    Transport first = open(anyPattern(), Role.RECEIVER, endpoint(), true);
    try {
      Throwable refusal = catchThrowable(() -> bindAgain(first.endpoint()));
      assertThat(refusal).isInstanceOf(TransportException.class);
      assertThat(refusal.getMessage()).contains(first.endpoint().address()).doesNotContain("\n");
    } finally {
      close(first);
    }
  }

  @Test
  void aRefusalLeavesNoThread() {
    Transport first = open(anyPattern(), Role.RECEIVER, endpoint(), true);
    try {
      catchThrowable(() -> bindAgain(first.endpoint()));
      Threads before = Threads.now();
      catchThrowable(() -> bindAgain(first.endpoint()));
      before.requireNoMore(limit(), "the refusal of " + first.endpoint());
    } finally {
      close(first);
    }
  }

  private void bindAgain(Endpoint taken) {
    close(open(anyPattern(), Role.RECEIVER, taken, true));
  }

  @Test
  void anEndpointCanBeBoundAgainAfterTheClose() {
    Transport first = open(anyPattern(), Role.RECEIVER, endpoint(), true);
    Endpoint bound = first.endpoint();
    close(first);
    Transport second = open(anyPattern(), Role.RECEIVER, bound, true);
    assertThat(second.endpoint()).isEqualTo(bound);
    close(second);
  }
}
