package io.framewire.source.picamera;

import com.pi4j.context.Context;
import io.framewire.error.ConfigurationException;
import java.util.Optional;
import java.util.OptionalInt;

/** The board's pins, as far as a camera uses them. */
interface Pins extends AutoCloseable {
  /** Those of a camera that uses none. */
  Pins NONE =
      new Pins() {
        @Override
        public void light(boolean on) {}

        @Override
        public void onPulse(Runnable take) {}

        @Override
        public void close() {}
      };

  /** Turns the status light on or off. */
  void light(boolean on);

  /** Sets what happens at each pulse of the trigger, on a thread of Pi4J. */
  void onPulse(Runnable take);

  @Override
  void close();

  static Pins of(OptionalInt light, OptionalInt trigger, Optional<Context> context) {
    if (light.isEmpty() && trigger.isEmpty()) {
      return NONE;
    }
    try {
      return Pi4jPins.open(light, trigger, context);
    } catch (LinkageError missing) {
      throw missing(missing);
    }
  }

  static ConfigurationException missing(LinkageError missing) {
    return new ConfigurationException(
        "the options light and trigger need Pi4J: add com.pi4j:pi4j-core and a plugin such as"
            + " pi4j-plugin-gpiod, both 2.8.0 (3.x needs Java 21), to the class path ("
            + missing
            + ")",
        missing);
  }
}
