package io.framewire.source.picamera;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeListener;
import com.pi4j.io.gpio.digital.PullResistance;
import io.framewire.error.ConfigurationException;
import java.util.Optional;
import java.util.OptionalInt;

/** Pins through Pi4J. The only class that needs it, but for {@link Pi4jBoard}. */
final class Pi4jPins implements Pins {
  private final Context context;
  private final boolean ownsContext;
  private Optional<DigitalOutput> light = Optional.empty();
  private Optional<DigitalInput> trigger = Optional.empty();
  private volatile Runnable take = () -> {};

  private Pi4jPins(Context context, boolean ownsContext) {
    this.context = context;
    this.ownsContext = ownsContext;
  }

  static Pins open(OptionalInt light, OptionalInt trigger, Optional<Context> context) {
    return open(light, trigger, context.orElseGet(Pi4J::newAutoContext), context.isEmpty());
  }

  /** Takes the context over where it owns it. */
  static Pins open(OptionalInt light, OptionalInt trigger, Context context, boolean ownsContext) {
    Pi4jPins pins = new Pi4jPins(context, ownsContext);
    try {
      light.ifPresent(pins::openLight);
      trigger.ifPresent(pins::openTrigger);
      return pins;
    } catch (Pi4JException | IllegalArgumentException refused) {
      pins.close();
      throw new ConfigurationException(
          "Pi4J cannot use the camera's light or trigger pin: "
              + refused.getMessage()
              + "; check the pin's BCM number, and that a plugin such as pi4j-plugin-gpiod is"
              + " there",
          refused);
    }
  }

  private void openLight(int pin) {
    light =
        Optional.of(
            context.create(
                DigitalOutput.newConfigBuilder(context)
                    .id("framewire-light-" + pin)
                    .name("camera light")
                    .address(pin)
                    .initial(DigitalState.LOW)
                    .shutdown(DigitalState.LOW)
                    .build()));
  }

  private void openTrigger(int pin) {
    DigitalInput input =
        context.create(
            DigitalInput.newConfigBuilder(context)
                .id("framewire-trigger-" + pin)
                .name("camera trigger")
                .address(pin)
                .pull(PullResistance.PULL_DOWN)
                .build());
    trigger = Optional.of(input);
    DigitalStateChangeListener pulse =
        event -> {
          if (event.state() == DigitalState.HIGH) {
            take.run();
          }
        };
    input.addListener(pulse);
  }

  @Override
  public void light(boolean on) {
    light.ifPresent(pin -> pin.state(on ? DigitalState.HIGH : DigitalState.LOW));
  }

  @Override
  public void onPulse(Runnable action) {
    take = action;
  }

  @Override
  public void close() {
    take = () -> {};
    if (ownsContext) {
      context.shutdown();
    } else {
      light.ifPresent(pin -> context.shutdown(pin.id()));
      trigger.ifPresent(pin -> context.shutdown(pin.id()));
    }
    light = Optional.empty();
    trigger = Optional.empty();
  }
}
