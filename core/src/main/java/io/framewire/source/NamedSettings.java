package io.framewire.source;

import io.framewire.error.ConfigurationException;
import io.framewire.spi.ReconnectPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What every source has, by name; most names are those of vidgear's CamGear and VideoGear. */
final class NamedSettings {
  private static final double DAY_SECONDS = 86_400;

  @FunctionalInterface
  private interface Setting {
    void apply(FrameSourceBuilder builder, String name, String value);
  }

  private static final Map<String, Setting> SETTINGS =
      Map.ofEntries(
          Map.entry("THREADED_QUEUE_MODE", NamedSettings::queue),
          Map.entry("THREAD_TIMEOUT", NamedSettings::timeout),
          Map.entry("time_delay", NamedSettings::delay),
          Map.entry("queue_frames", NamedSettings::queueFrames),
          Map.entry("queue_bytes", NamedSettings::queueBytes),
          Map.entry("newest", NamedSettings::newest),
          Map.entry("reconnect", NamedSettings::reconnect),
          Map.entry("loop", NamedSettings::loop),
          Map.entry("provider", (builder, name, value) -> builder.provider(value)),
          Map.entry("api", NamedSettings::api),
          Map.entry("enablePiCamera", NamedSettings::piCamera),
          Map.entry("stabilize", NamedSettings::stabilize),
          Map.entry("STABILIZER_MODE", (builder, name, value) -> builder.stabilizer().name(value)),
          Map.entry("SMOOTHING_RADIUS", NamedSettings::stabilizerOption),
          Map.entry("BORDER_SIZE", NamedSettings::stabilizerOption),
          Map.entry("BORDER_TYPE", NamedSettings::stabilizerOption),
          Map.entry("CROP_N_ZOOM", NamedSettings::stabilizerOption));

  private NamedSettings() {}

  /** Whether it is one of them, and was applied. */
  static boolean apply(FrameSourceBuilder builder, String name, String value) {
    Setting setting = SETTINGS.get(name);
    if (setting != null) {
      setting.apply(builder, name, value);
    }
    return setting != null;
  }

  /** For those that come as a map, in no order, so that none could be the last one. */
  static void requireNoContradiction(Map<String, String> given) {
    boolean newest = given.containsKey("newest") && Words.truth("newest", given.get("newest"));
    String mode = given.get("THREADED_QUEUE_MODE");
    if (newest && mode != null) {
      throw contradiction("newest=true", "THREADED_QUEUE_MODE=" + mode);
    }
    String frames = given.get("queue_frames");
    if (frames != null && newest) {
      throw contradiction("newest=true", "queue_frames=" + frames);
    }
    if (frames != null && mode != null && !Words.truth("THREADED_QUEUE_MODE", mode)) {
      throw contradiction("THREADED_QUEUE_MODE=" + mode, "queue_frames=" + frames);
    }
  }

  private static ConfigurationException contradiction(String one, String other) {
    return new ConfigurationException(
        "options " + one + " and " + other + " contradict each other: leave one of them out");
  }

  /** In order. */
  static Set<String> names() {
    return new TreeSet<>(SETTINGS.keySet());
  }

  private static void queue(FrameSourceBuilder builder, String name, String value) {
    if (Words.truth(name, value)) {
      builder.queue();
    } else {
      builder.noQueue();
    }
  }

  private static void queueFrames(FrameSourceBuilder builder, String name, String value) {
    builder.queue(Words.whole(name, value, Integer.MAX_VALUE));
  }

  private static void queueBytes(FrameSourceBuilder builder, String name, String value) {
    builder.queueBytes(Words.whole(name, value, Integer.MAX_VALUE));
  }

  private static void newest(FrameSourceBuilder builder, String name, String value) {
    if (Words.truth(name, value)) {
      builder.newest();
    }
  }

  private static void timeout(FrameSourceBuilder builder, String name, String value) {
    builder.readTimeout(
        value.equals("None") ? Duration.ZERO : Words.seconds(name, value, DAY_SECONDS));
  }

  private static void delay(FrameSourceBuilder builder, String name, String value) {
    builder.startDelay(Words.seconds(name, value, DAY_SECONDS));
  }

  private static void reconnect(FrameSourceBuilder builder, String name, String value) {
    builder.reconnect(Words.truth(name, value) ? ReconnectPolicy.STANDARD : ReconnectPolicy.NONE);
  }

  private static void loop(FrameSourceBuilder builder, String name, String value) {
    builder.loop(Words.whole(name, value, Integer.MAX_VALUE));
  }

  private static void api(FrameSourceBuilder builder, String name, String value) {
    switch (value.substring(value.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT)) {
      case "CAMGEAR" -> {}
      case "PIGEAR" -> builder.piCamera();
      case "FFGEAR" -> builder.provider("ffmpeg");
      default -> throw Words.refused(name, value, "CAMGEAR, PIGEAR or FFGEAR");
    }
  }

  private static void piCamera(FrameSourceBuilder builder, String name, String value) {
    if (Words.truth(name, value)) {
      builder.piCamera();
    }
  }

  private static void stabilize(FrameSourceBuilder builder, String name, String value) {
    builder.stabilizer().want(Words.truth(name, value));
  }

  private static void stabilizerOption(FrameSourceBuilder builder, String name, String value) {
    builder.stabilizer().option(name, value);
  }
}
